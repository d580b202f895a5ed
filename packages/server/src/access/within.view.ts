import { type RawBuilder, sql } from "kysely";
import type { Area } from "./is-within.ts";

/**
 * An area as a condition on a table of a query, named by its alias: the application's wall for lists, which must hold when
 * the row policies are gone. A part of the area that a table cannot have lets nothing of it through.
 */
type Condition = (area: Area, alias: string) => RawBuilder<boolean>;

/** Any table with region, village and kecamatan that neither a branch nor a sponsor nor an office reads. */
export const placeWithin: Condition = (area, alias) =>
  all(...inPlace(area, alias), ...nothingFor(area, "opd", "branch", "civilServantId"));

/** `app.claims` and what belongs to one: of a branch whoever it insures, never a sponsor's or an office's. */
export const claimsWithin: Condition = (area, alias) =>
  all(
    ...inPlace(area, alias),
    ...equal(alias, "branch", area.branch),
    ...nothingFor(area, "opd", "civilServantId"),
  );

/** `app.persons`: for a branch whoever stands in a packet sent to it, for a sponsor whom the pledge paid for until 90 days ago. */
export const personsWithin: Condition = (area, alias) =>
  all(
    ...inPlace(area, alias),
    ...nothingFor(area, "opd"),
    ...(area.branch === null ? [] : [sentTo(area.branch, sql`l.person_id = ${column(alias, "id")}`)]),
    ...(area.civilServantId === null
      ? []
      : [
          ofSponsor(
            area,
            sql`s.person_id = ${column(alias, "id")} and (s.state = 'accepted'
              or (s.state = 'ended' and s.ended_at > (select app.now()) - interval '90 days'))`,
          ),
        ]),
  );

/**
 * `app.enrolments`: the same person may stand in another branch's packet, or be paid for by a later sponsor; one that took the place of
 * another belongs to the branch that accepted the first.
 */
export const enrolmentsWithin: Condition = (area, alias) =>
  all(
    ...inPlace(area, alias),
    ...nothingFor(area, "opd"),
    ...(area.branch === null
      ? []
      : [
          sentTo(
            area.branch,
            sql`l.enrolment_id = coalesce(${column(alias, "carried_from")}, ${column(alias, "id")})`,
          ),
        ]),
    ...(area.civilServantId === null
      ? []
      : [ofSponsor(area, sql`s.id = ${column(alias, "sponsorship_id")}`)]),
  );

/** `app.packets`: a branch sees one from state `sent` on. */
export const packetsWithin: Condition = (area, alias) =>
  all(
    ofRegion(area, alias),
    ...nothingFor(area, "villageCode", "kecamatanCode", "opd", "civilServantId"),
    ...(area.branch === null
      ? []
      : [
          sql<boolean>`${column(alias, "branch")} = ${area.branch} and ${column(alias, "state")} in ('sent', 'answered')`,
        ]),
  );

/** `app.pledges`: an office's own, or the sponsor's own. */
export const pledgesWithin: Condition = (area, alias) =>
  all(
    ofRegion(area, alias),
    ...nothingFor(area, "villageCode", "kecamatanCode", "branch"),
    ...equal(alias, "opd", area.opd),
    ...(area.civilServantId === null ? [] : [isCivilServant(area, column(alias, "civil_servant_id"))]),
  );

/** What belongs to an office and to nobody in it: payroll, its files and transfers. */
export const officesWithin: Condition = (area, alias) =>
  all(
    ofRegion(area, alias),
    ...nothingFor(area, "villageCode", "kecamatanCode", "branch", "civilServantId"),
    ...equal(alias, "opd", area.opd),
  );

/** `app.import_batches`: a village's own lists; of an office or a branch what it sent itself. */
export const importsWithin: Condition = (area, alias) =>
  all(
    ...inPlace(area, alias),
    ...nothingFor(area, "civilServantId"),
    ...sentBy(alias, "BND", area.opd),
    ...sentBy(alias, "BPJ", area.branch),
  );

function all(...parts: readonly RawBuilder<boolean>[]): RawBuilder<boolean> {
  return sql`(${sql.join(parts, sql` and `)})`;
}

const idPattern = /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/;

const column = (alias: string, name: string) => sql.raw(`${alias}.${name}`);

function ofRegion(area: Area, alias: string): RawBuilder<boolean> {
  return sql`${column(alias, "region_code")} = ${area.regionCode}`;
}

function inPlace(area: Area, alias: string): readonly RawBuilder<boolean>[] {
  return [
    ofRegion(area, alias),
    ...equal(alias, "village_code", area.villageCode),
    ...equal(alias, "kecamatan_code", area.kecamatanCode),
  ];
}

function equal(alias: string, name: string, value: string | null): readonly RawBuilder<boolean>[] {
  return value === null ? [] : [sql`${column(alias, name)} = ${value}`];
}

function nothingFor(area: Area, ...parts: readonly (keyof Area)[]): readonly RawBuilder<boolean>[] {
  return parts.some((part) => area[part] !== null) ? [sql`false`] : [];
}

function sentTo(branch: string, line: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql`exists (select from app.packet_lines l join app.packets k on k.id = l.packet_id
    where ${line} and k.branch = ${branch} and k.state in ('sent', 'answered'))`;
}

/**
 * The column holds the civil servant whom the area is of. Scopes are text: one that is no id is nobody's, and the value is
 * cast rather than the column, so that its index serves.
 */
export function isCivilServant(area: Area, column: RawBuilder<unknown>): RawBuilder<boolean> {
  const id = area.civilServantId;
  return sql`${column} = ${id !== null && idPattern.test(id) ? id : null}::uuid`;
}

function ofSponsor(area: Area, sponsorship: RawBuilder<unknown>): RawBuilder<boolean> {
  return sql`exists (select from app.sponsorships s join app.pledges g on g.id = s.pledge_id
    where ${sponsorship} and ${isCivilServant(area, sql`g.civil_servant_id`)})`;
}

function sentBy(alias: string, role: string, scope: string | null): readonly RawBuilder<boolean>[] {
  if (scope === null) return [];
  return [sql`${column(alias, "uploaded_role")} = ${role} and ${column(alias, "uploaded_scope")} = ${scope}`];
}
