-- A death after an accident at work is judged by the cover of the day of the accident, which may be another day (PP 44/2015 art. 37).
alter table app.life_events add column accident_on date,
  add check (accident_on is null or (kind = 'died' and accident_on <= happened_on));
comment on column app.life_events.accident_on is 'The day of the accident at work that the death followed; null where it followed none, or nobody said';
