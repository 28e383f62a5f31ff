from studio.facilities import views
from studio.kit.urls import record_urls

app_name = "facilities"

urlpatterns = [
    *record_urls(
        "facilities:room",
        "rooms",
        list=views.RoomList,
        detail=views.RoomDetail,
        form=views.RoomPage,
        delete=True,
    ),
    *record_urls("facilities:open_hours", "open-hours", form=views.NewHoursPage),
    *record_urls(
        "facilities:open_hours",
        "open-hours",
        list=views.OpenHoursList,
        detail=views.OpenHoursDetail,
        form=views.OpenHoursPage,
        delete=views.DeleteHours,
    ),
    *record_urls(
        "facilities:closure",
        "closures",
        list=views.ClosureList,
        detail=views.ClosureDetail,
        form=views.ClosurePage,
        delete=views.DeleteClosure,
    ),
    *record_urls("facilities:room_day", "room-days", list=views.RoomDayList),
    *record_urls(
        "facilities:use",
        "uses",
        list=views.UseList,
        detail=views.UseDetail,
        form=views.UsePage,
        delete=views.DeleteUse,
    ),
    *record_urls(
        "facilities:equipment",
        "equipment",
        list=views.EquipmentList,
        detail=views.EquipmentDetail,
        form=views.EquipmentPage,
        move=True,
        delete=True,
    ),
    *record_urls(
        "facilities:calibration",
        "calibrations",
        list=views.CalibrationList,
        detail=views.CalibrationDetail,
        form=views.CalibrationPage,
        delete=views.DeleteCalibration,
    ),
    *record_urls(
        "facilities:visitors",
        "visitors",
        list=views.VisitorList,
        detail=views.VisitorDetail,
        form=views.VisitorPage,
        delete=True,
    ),
]
