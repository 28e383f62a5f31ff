"""How people, their roles, honours and bases are found by words."""

from studio.kit.searching import Searched
from studio.organisation.columns import base_columns, honour_columns, membership_columns, person_columns

Searched(person_columns, "user", 10, shows="employee_number unit post").register()
Searched(membership_columns, through=("person",)).register()
Searched(honour_columns, "award", 30, shows="level year granting_body").register()
Searched(base_columns, "building-factory", 40, shows="purpose").register()
