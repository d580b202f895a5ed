import type { ImportedRow, ImportKind } from "@tuwai/domain/intake";
import { readOccupation } from "@tuwai/domain/occupations";
import type { Applier, ImportStep } from "#intake";
import { countPledgesOn } from "./rests-on-import.view.ts";
import {
  findByContent,
  insertSourceRecords,
  noteListings,
  noteOffices,
  noteRepeated,
  type SourceRecordRow,
  supersedeByCard,
  supersedeByNik,
  withdrawBatch,
} from "./source-record.store.ts";
import { keepKnown } from "./keep-known.ts";
import { sourceRecordOf } from "./source-record.ts";

type RegistryKind = Extract<ImportKind, "dtsen" | "bpjs-members" | "civil-servants">;

/**
 * Registries (DTSEN, BPJS members, civil servants) stay records: they make nobody a person, linking says who they are.
 * A newer row with the same NIK replaces the older one, and a row of a family card alone the older one of that card; both are kept. Of DTSEN only what identifies, the decile and
 * whether PKH and BPNT are received is stored, and the group of work (decision 0045).
 */
export function registryApplier(kind: RegistryKind): Applier {
  return {
    apply: async (step, rows) => {
      const records = rows.map((row) =>
        sourceRecordOf(step, row, (values, id) => attributesOf(kind, step, values, id)),
      );
      const known = await findByContent(
        step.tx,
        { regionCode: step.actor.regionCode, kind },
        records.map((record) => record.contentHash),
      );
      const fresh = records.filter((record) => !known.has(record.contentHash.toString("hex")));
      const replaced = await supersedeByNik(step.tx, {
        regionCode: step.actor.regionCode,
        kind,
        batchId: step.batch.id,
        niks: fresh.flatMap((record) => record.nikIndex ?? []),
      });
      if (kind === "dtsen") await supersedeByCard(step.tx, cardsOf(step, fresh));
      await insertSourceRecords(step.tx, kind === "dtsen" ? keepKnown(fresh, replaced) : fresh);
      if (kind === "civil-servants") await noteNamed(step, rows, [...known.values()]);
      if (kind === "dtsen") await noteRepeated(step.tx, [...known.values()], listingOf(step));
      return records.map((record) => {
        const same = known.get(record.contentHash.toString("hex"));
        return same === undefined
          ? { outcome: "applied", recordId: record.id }
          : { outcome: "unchanged", recordId: same };
      });
    },
    undo: async ({ tx, batch }) => {
      const pledges = kind === "civil-servants" ? await countPledgesOn(tx, batch.id) : 0;
      if (pledges > 0) return { outcome: "refused", reason: "pledges-rest-on-it", count: pledges };
      await withdrawBatch(tx, batch.id);
      return { outcome: "undone" };
    },
  };
}

const cardsOf = ({ actor, batch }: ImportStep, records: readonly SourceRecordRow[]) => ({
  regionCode: actor.regionCode,
  batchId: batch.id,
  cards: records.flatMap(({ nikIndex, fullName, familyCardIndex }) =>
    nikIndex === null && fullName === "" ? (familyCardIndex ?? []) : [],
  ),
});

const listingOf = ({ actor, batch, now }: ImportStep) => ({
  regionCode: actor.regionCode,
  batchId: batch.id,
  at: now,
});

/** Whom and which offices a list names, also by rows that it repeats as they were. */
async function noteNamed(
  step: ImportStep,
  rows: readonly { readonly values: ImportedRow }[],
  repeated: readonly string[],
): Promise<void> {
  const { tx } = step;
  const of = listingOf(step);
  await noteListings(tx, repeated, of);
  const offices = rows.flatMap(({ values }) => values.office ?? values.unit ?? []);
  await noteOffices(tx, [...new Set(offices)], of);
}

type Reader = (
  values: ImportedRow,
  seal: (column: string, text: string) => string,
  step: ImportStep,
) => object;

/** What each registry adds to the identity of a record. Numbers are sealed, with a keyed index beside them to find by. */
const readers: Readonly<Record<RegistryKind, Reader>> = {
  // Of a span the better-off end counts, so that nobody comes first by what is not known; its other end stays beside it.
  // What somebody works is kept as one of the programme's groups, and nothing where the words say none.
  dtsen: ({ decile, decileFrom, decileTo, pkh, bpnt, occupation }, _seal, { batch }) => ({
    decile: decile ?? decileTo ?? null,
    ...workOf(occupation),
    ...(decileFrom === undefined ? {} : { decileFrom }),
    ...(pkh === undefined ? {} : { pkh }),
    ...(bpnt === undefined ? {} : { bpnt }),
    release: batch.id,
  }),
  "bpjs-members": (values, seal, { app }) => ({
    status: values.memberStatus ?? null,
    segment: values.segment ?? null,
    programmes: values.programmes ?? null,
    startsOn: values.startsOn ?? null,
    paidThrough: values.paidThrough ?? null,
    npp: values.npp ?? null,
    ...(values.kpj === undefined
      ? {}
      : {
          kpjSealed: seal("kpj", values.kpj),
          kpjIndex: app.keys.blindIndex("kpj", values.kpj).toString("hex"),
        }),
  }),
  "civil-servants": (values, seal, { app }) => ({
    nipSealed: seal("nip", values.nip!),
    nipIndex: app.keys.blindIndex("nip", values.nip!).toString("hex"),
    office: values.office ?? values.unit ?? null,
    unit: values.unit ?? null,
    position: values.position ?? null,
    servantStatus: values.servantStatus ?? null,
    retiresOn: values.retiresOn ?? null,
  }),
};

function workOf(occupation: string | undefined): object {
  const group = occupation === undefined ? "unknown" : readOccupation(occupation).group;
  return group === "unknown" ? {} : { workGroup: group };
}

function attributesOf(kind: RegistryKind, step: ImportStep, values: ImportedRow, id: string): object {
  const seal = (column: string, text: string) =>
    step.app.keys.seal(text, { table: "source_records", column, rowId: id }).toString("base64");
  return { asOf: step.app.clock.today(), ...readers[kind](values, seal, step) };
}
