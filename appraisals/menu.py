from django.utils.translation import gettext_lazy as _

from studio.kit.menu import MenuItem

TOP, AREA = "appraisals", "appraisals"

MenuItem(TOP, _("Appraisal"), "appraisals:batch_list", "certificate", AREA, 30).register()
MenuItem("appraisal_batches", _("Batches"), "appraisals:batch_list", "", AREA, 31, parent=TOP).register()
MenuItem("appraisal_candidates", _("Candidates"), "appraisals:candidate_list", "", AREA, 32, parent=TOP).register()
MenuItem("appraisal_scores", _("Scores"), "appraisals:score_list", "", "appraisal_scores", 33, parent=TOP).register()
