"""Addresses of the people's pages; they are printed, so they do not change."""

from django.urls import path

from nghedan.interfaces.portal import views
from nghedan.interfaces.portal.giving import views as giving
from nghedan.interfaces.portal.looking_up import views as looking_up
from nghedan.interfaces.portal.notices import views as notices
from nghedan.interfaces.portal.replying import views as replying
from nghedan.interfaces.portal.results import views as results

app_name = "portal"

urlpatterns = [
    path("<slug:locality>/", views.home, name="home"),
    path("<slug:locality>/chuong-trinh/<int:year>/", views.programme, name="programme"),
    path("<slug:locality>/doi-thoai/<slug:dialogue_id>/", views.dialogue, name="dialogue"),
    path("<slug:locality>/doi-thoai/<slug:dialogue_id>/lich.ics", views.calendar_entry, name="calendar-entry"),
    path("<slug:locality>/thong-bao/", notices.notices, name="notices"),
    path("<slug:locality>/thong-bao/<slug:notice_id>/", notices.notice, name="notice"),
    path("<slug:locality>/doi-thoai/<slug:dialogue_id>/ket-qua/", results.result, name="result"),
    path("<slug:locality>/doi-thoai/<slug:dialogue_id>/ket-qua/du-lieu.csv", results.data, name="result-data"),
    path("<slug:locality>/gui-y-kien/", giving.begin, name="give"),
    path("<slug:locality>/gui-y-kien/gui/", giving.send, name="give-send"),
    path("<slug:locality>/gui-y-kien/<slug:slug>/", giving.step, name="give-step"),
    path("<slug:locality>/tra-cuu/", looking_up.look_up, name="look-up"),
    path("<slug:locality>/tra-cuu/thoa-dang/", looking_up.say, name="say"),
    path("<slug:locality>/tra-cuu/giay-hen.png", looking_up.receipt_as_picture, name="receipt-picture"),
    path("<slug:locality>/p/<slug:slip_id>/", looking_up.slip, name="slip"),
    path("<slug:locality>/giay-moi/<slug:guest_id>/", replying.reply, name="reply"),
]
