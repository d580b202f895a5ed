import type { CivilDate } from "@tuwai/domain/time";
import { sql } from "kysely";
import { isDeath, ofPerson } from "./of-person.view.ts";
import { asSystem, type Tx } from "#database";
import type { App } from "#app";
import type { ClaimRow } from "./claim.store.ts";

export type ClaimedPerson = {
  readonly id: string;
  readonly code: string;
  readonly fullName: string;
  readonly villageCode: string;
  readonly kecamatanCode: string;
  readonly birthDate: CivilDate | null;
  readonly occupationGroup: string | null;
};

/**
 * The workers of these cases. Asked as the city: whoever may see a case may know whom it is about, as far as the role's masks
 * show it, even where the worker's own row is out of sight.
 */
export function listClaimedPersons(
  app: App,
  personIds: readonly string[],
): Promise<ReadonlyMap<string, ClaimedPerson>> {
  return asSystem(app, async (tx) => {
    const { rows } = await sql<ClaimedPerson & { readonly askedId: string }>`
      select i as asked_id, p.id, p.code, p.full_name, p.village_code, p.kecamatan_code, p.birth_date, p.occupation_group
      from unnest(${personIds}::uuid[]) as i join app.persons p on p.id = app.kept_person(i)`.execute(tx);
    return new Map(rows.map(({ askedId, ...person }) => [askedId, person]));
  });
}

/** The branch of BPJS to which the worker's latest packet went; null where none did. */
export function findBranch(app: App, personId: string): Promise<string | null> {
  return asSystem(app, async (tx: Tx) => {
    const { rows } = await sql<{ branch: string }>`
      select k.branch from app.packet_lines l join app.packets k on k.id = l.packet_id
      where ${ofPerson(sql`l.person_id`, sql`${personId}::uuid`)} and k.state in ('sent', 'answered')
      order by k.sent_at desc nulls last limit 1`.execute(tx);
    return rows[0]?.branch ?? null;
  });
}

export type DeathOf = Pick<ClaimRow, "personId" | "kind" | "happenedOn" | "accidentOn" | "handedInOn">;

/** The case of each of these workers' death. Asked as the city: the caller has looked whether the families are within the actor's area. */
export function listDeathsOf(app: App, personIds: readonly string[]): Promise<readonly DeathOf[]> {
  return asSystem(app, async (tx: Tx) => {
    const { rows } = await sql<DeathOf>`
      select i as person_id, c.kind, c.happened_on, c.accident_on, c.handed_in_on
      from unnest(${personIds}::uuid[]) as i join app.claims c on ${ofPerson(sql`c.person_id`, sql`i`)} and ${isDeath("c")}`.execute(
      tx,
    );
    return rows;
  });
}
