import { wageIn } from "@tuwai/domain/contributions";
import { monthOf } from "@tuwai/domain/time";
import { priceFor, readPricing } from "#contributions";
import { shownFields, type ShownPerson, showPerson } from "#people";
import { type PageOf, pageOf, read } from "#use-case";
import { newWageOf, type OfficerReason, reasonsAgainst } from "./judge-officer.ts";
import { countOfficers, listOfficerRows, type OfficerCounts, type OfficerRow } from "./officer.view.ts";

export type Officer = {
  readonly personId: string;
  readonly person: ShownPerson;
  readonly position: string | null;
  readonly state: OfficerRow["enrolmentState"];
  readonly enrolmentId: string | null;
  /** The wage reported to BPJS for this month, or that of the list where nothing is reported yet; whole rupiah a month. */
  readonly wageRupiah: number | null;
  /** The wage of a newer list that is not reported yet. */
  readonly newWageRupiah: number | null;
  /** What this month costs the village, by that wage; null where no wage or no law says. */
  readonly priceRupiah: number | null;
  readonly reasons: readonly OfficerReason[];
};

export type OfficerList = PageOf<Officer> & { readonly counts: OfficerCounts };

type Input = { readonly villageCode?: string; readonly page?: number };

/** The officers whom villages named, what each costs as a wage earner of the village, and who is not enrolled and why. */
export const listOfficers = read(
  { purpose: "officers", permission: "officer.list" },
  async (step, input: Input | undefined = {}): Promise<OfficerList> => {
    const { tx, area, actor, today } = step;
    const month = monthOf(today);
    const villageCode = input.villageCode ?? null;
    const pricing = await readPricing(tx, actor.regionCode);
    const counts = await countOfficers(tx, area, villageCode);
    const found = await pageOf(
      { page: input.page, size: 100 },
      async () => counts.officers,
      (part) => listOfficerRows(tx, area, { ...part, villageCode }),
    );
    await step.seen({
      personIds: found.rows.map(({ personId }) => personId),
      fields: shownFields(actor.role, "occupation_text"),
    });
    const rows = found.rows.map((row): Officer => {
      const wageRupiah = wageIn(row.wages, month) ?? row.wageRupiah;
      const wages = wageRupiah === null ? [] : [{ from: month, rupiah: wageRupiah }];
      const priced = priceFor(pricing, {
        fundSource: "apbdes",
        sector: "other",
        segment: "pu-village",
        wages,
        month,
      });
      return {
        personId: row.personId,
        person: showPerson(actor.role, row),
        position: row.position,
        state: row.isPaidOtherwise ? null : row.enrolmentState,
        enrolmentId: row.isPaidOtherwise ? null : row.enrolmentId,
        wageRupiah,
        newWageRupiah: newWageOf(row, month),
        priceRupiah: wageRupiah !== null && priced.outcome === "priced" ? priced.price.total : null,
        reasons: reasonsAgainst(row),
      };
    });
    return { ...found, rows, counts };
  },
);
