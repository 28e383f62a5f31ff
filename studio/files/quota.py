"""Refuses a request that is too large before any of it is stored."""

from django.core.exceptions import RequestDataTooBig
from django.core.files.uploadhandler import FileUploadHandler

from studio.files.kinds import MEGABYTE

MAX_REQUEST = 120 * MEGABYTE


class QuotaHandler(FileUploadHandler):
    """First of the upload handlers; looks at the announced length only and hands everything on."""

    def handle_raw_input(self, input_data, META, content_length, boundary, encoding=None):
        if content_length > MAX_REQUEST:
            raise RequestDataTooBig("The files of one request may hold 120 MB together.")

    def receive_data_chunk(self, raw_data, start):
        return raw_data

    def file_complete(self, file_size):
        return None
