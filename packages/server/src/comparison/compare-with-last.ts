import type { ComparedField } from "@tuwai/domain/comparison";
import { may } from "#access";
import { findBatch, isIn, isOfSender, requireRead } from "#imports";
import { maskName } from "#people";
import { read, type Step } from "#use-case";
import { listElsewhere } from "./last-list.view.ts";
import { type ComparedLists, readLists, toAsk } from "./read-lists.ts";

export type GonePerson = { readonly code: string; readonly name: string; readonly movedTo: string | null };
export type Comparison = {
  readonly counts: {
    readonly added: number;
    readonly changed: number;
    readonly same: number;
    readonly gone: number;
    readonly toAsk: number;
    /** Null for a login that does not see other villages: it would tell that a number exists elsewhere. */
    readonly movedHere: number | null;
  };
  readonly added: readonly {
    readonly row: number;
    readonly name: string;
    readonly movedFrom: string | null;
  }[];
  readonly changed: readonly {
    readonly code: string;
    readonly name: string;
    readonly fields: readonly ComparedField[];
  }[];
  /** Of whom the sender has to say what became of them; the first ones. */
  readonly toAsk: readonly GonePerson[];
  readonly mayAnswer: boolean;
};

const mostNames = 100;
const mostAsked = 50;

/**
 * What a list would change before it is saved: new, changed and with which fields, gone, moved between villages. Names are for
 * whoever sees people of the village; those of new rows for the sender's office alone. Null where no earlier list stands.
 */
export const compareWithLast = read(
  { purpose: "import-comparison", permission: "import.read_report" },
  async (step, { batchId }: { readonly batchId: string }): Promise<Comparison | null> => {
    const { actor } = step;
    const batch = requireRead(step, await findBatch(step.tx, batchId));
    const isCompared = isIn(batch, "checked", "awaiting-approval", "applying", "applied");
    if (!isCompared || !may(actor, "worker.source.read")) return null;
    const lists = await readLists(step, batch);
    if (lists === null) return null;
    const asked = toAsk(lists, batch.id);
    const elsewhere = await elsewhereOf(step, batch.villageCode!, lists);
    const isSender = isOfSender(actor, batch);
    const { comparison, listed, stated } = lists;
    const changed = comparison.changed.slice(0, mostNames).map(({ person, fields }) => {
      const known = listed.get(person)!;
      return { id: person, code: known.code, name: maskName(actor.role, known.name), fields };
    });
    const gone = asked.slice(0, mostAsked);
    const shown = [...changed.map(({ id }) => id), ...gone.map(({ person }) => person)];
    if (shown.length > 0) await step.seen({ personIds: shown, fields: ["name"] });
    return {
      counts: {
        added: comparison.added.length,
        changed: comparison.changed.length,
        same: comparison.same,
        gone: comparison.gone.length,
        toAsk: asked.length,
        movedHere:
          elsewhere && comparison.added.filter((index) => elsewhere.has(stated[index]!.nik ?? "")).length,
      },
      added: !isSender
        ? []
        : comparison.added.slice(0, mostNames).map((index) => {
            const { row, name, nik } = stated[index]!;
            return { row, name: name ?? "", movedFrom: elsewhere?.get(nik ?? "") ?? null };
          }),
      changed: changed.map(({ code, name, fields }) => ({ code, name, fields })),
      toAsk: gone.map(({ code, name, nik }) => ({
        code,
        name: maskName(actor.role, name),
        movedTo: elsewhere?.get(nik ?? "") ?? null,
      })),
      mayAnswer: isSender && may(actor, "worker.life_event.record"),
    };
  },
);

async function elsewhereOf(
  { tx, area }: Step,
  villageCode: string,
  { comparison, listed, stated }: ComparedLists,
): Promise<ReadonlyMap<string, string> | null> {
  if (area.villageCode !== null) return null;
  const niks = [
    ...comparison.added.map((index) => stated[index]!.nik),
    ...comparison.gone.map((id) => listed.get(id)!.nik),
  ];
  return listElsewhere(tx, { villageCode, niks: niks.flatMap((nik) => nik ?? []) });
}
