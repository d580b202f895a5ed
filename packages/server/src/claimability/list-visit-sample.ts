import { countVisits, type SampleRule, type VisitCounts } from "@tuwai/domain/claimability";
import { may } from "#access";
import { type ShownPerson, showPerson, shownFields } from "#people";
import { type PageOf, pageOf, read } from "#use-case";
import { readClaimabilitySettings } from "./claimability-settings.ts";
import { listAnswers, listSampleRows, type SampleRow } from "./sample.store.ts";
import { countVisitRows, listVisitRows, type VisitRow } from "./visit.view.ts";

export type ShownVisit = Pick<VisitRow, "id" | "drawnAt" | "answeredAt"> & {
  readonly person: ShownPerson;
  /** Absent for whoever may not read what villages were told. */
  readonly answer?: VisitRow["answer"];
};

export type VisitPage = PageOf<ShownVisit> & {
  /** The samples drawn, newest first, each with what it came to; for the city only. */
  readonly samples: readonly (SampleRow & { readonly counts: VisitCounts })[];
  readonly open: number;
  /** How many are drawn of each group. */
  readonly rule: SampleRule;
  readonly can: { readonly draw: boolean; readonly visit: boolean };
};

/** Whom a sample visits, those without an answer first. */
export const listVisitSample = read(
  { purpose: "visit-sample", permission: "claimability.read" },
  async (step, { page }: { readonly page?: number | undefined } | undefined = {}): Promise<VisitPage> => {
    const { tx, area, actor } = step;
    const every = { sampleId: null, open: false };
    const found = await pageOf(
      { page, size: 50 },
      () => countVisitRows(tx, area, every),
      (part) => listVisitRows(tx, area, { ...every, ...part }),
    );
    await step.seen({
      personIds: found.rows.map(({ personId }) => personId),
      fields: shownFields(actor.role),
    });
    const readsTold = may(actor, "worker.correction.read");
    const samples = area.villageCode === null ? await listSampleRows(tx, area) : [];
    const counted = [];
    for (const sample of samples)
      counted.push({ ...sample, counts: countVisits(await listAnswers(tx, area, sample.id)) });
    const settings = await readClaimabilitySettings(tx, actor.regionCode);
    return {
      ...found,
      rule: {
        percent: settings["visit-sample-percent"].value,
        least: settings["visit-sample-least"].value,
      },
      rows: found.rows.map(({ id, drawnAt, answeredAt, answer, ...person }) => ({
        id,
        drawnAt,
        answeredAt,
        person: showPerson(actor.role, person),
        ...(readsTold ? { answer } : {}),
      })),
      samples: counted,
      open: await countVisitRows(tx, area, { sampleId: null, open: true }),
      can: { draw: may(actor, "claimability.draw"), visit: may(actor, "claimability.visit") },
    };
  },
);
