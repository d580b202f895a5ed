import type { HolderKind } from "@tuwai/domain/alms";
import type { CivilDate } from "@tuwai/domain/time";
import { sql } from "kysely";
import type { Tx } from "#database";

export type Campaign = {
  readonly id: string;
  readonly code: string;
  readonly title: string;
  readonly holderKind: HolderKind;
  readonly holderName: string;
  readonly permitNumber: string | null;
  readonly permitFrom: CivilDate | null;
  readonly permitUntil: CivilDate | null;
  /** The holder's account or QRIS, as donors are told. */
  readonly giveTo: string;
  readonly state: "open" | "closed";
  readonly version: number;
};

const columns = sql.raw(
  "c.id, c.code, c.title, c.holder_kind, c.holder_name, c.permit_number, c.permit_from, c.permit_until, c.give_to, c.state, c.version",
);

/** Open ones first, the latest of each first. */
export async function listCampaigns(tx: Tx): Promise<readonly Campaign[]> {
  const { rows } = await sql<Campaign>`
    select ${columns} from app.alms_campaigns c where c.region_code = (select app.region())
    order by c.state desc, c.opened_at desc, c.id`.execute(tx);
  return rows;
}

export async function findCampaign(tx: Tx, id: string): Promise<Campaign | undefined> {
  return (await listCampaigns(tx)).find((campaign) => campaign.id === id);
}

type Kept = Omit<Campaign, "id" | "version" | "state">;

export async function insertCampaign(
  tx: Tx,
  c: Kept & { readonly id: string; readonly regionCode: string; readonly by: string; readonly at: Date },
): Promise<void> {
  await sql`
    insert into app.alms_campaigns (region_code, id, code, title, holder_kind, holder_name, permit_number, permit_from, permit_until, give_to,
      opened_by, opened_at)
    values (${c.regionCode}, ${c.id}, ${c.code}, ${c.title}, ${c.holderKind}, ${c.holderName}, ${c.permitNumber}, ${c.permitFrom}::date,
      ${c.permitUntil}::date, ${c.giveTo}, ${c.by}, ${c.at})`.execute(tx);
}

export async function updateCampaign(
  tx: Tx,
  id: string,
  c: Omit<Kept, "code"> & Pick<Campaign, "state">,
): Promise<void> {
  await sql`
    update app.alms_campaigns set title = ${c.title}, holder_kind = ${c.holderKind}, holder_name = ${c.holderName},
      permit_number = ${c.permitNumber}, permit_from = ${c.permitFrom}::date, permit_until = ${c.permitUntil}::date, give_to = ${c.giveTo},
      state = ${c.state}, version = version + 1
    where id = ${id}`.execute(tx);
}
