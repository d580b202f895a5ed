-- A span that holds the former decile, or lies within it, is no move.
alter table app.targeting_changes drop constraint targeting_changes_direction_check;
alter table app.targeting_changes add constraint targeting_changes_direction_check
  check (direction in ('into-poverty', 'out-of-poverty', 'within', 'open', 'narrowed', 'vaguer'));

-- Whoever stands in the register without a decile has the one of the family card.
create index source_records_with_decile_by_card on app.source_records (region_code, family_card_index)
  where kind = 'dtsen' and withdrawn_at is null and attributes->>'decile' is not null;
