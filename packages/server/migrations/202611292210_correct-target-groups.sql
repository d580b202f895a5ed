-- A misread word ("BILA") put people into a group that no correction could change: the group follows the corrected word.
grant update (target_group) on app.persons to app_village;
