import type { ImportedRow } from "@tuwai/domain/intake";
import type { AcceptedRow, Applier, ImportStep, RowOutcome } from "#intake";
import { addPersons } from "./add-persons.ts";
import { occupationMeaning } from "./occupation-meaning.ts";
import { personFacts } from "./person-facts.ts";
import { type Draft, personMeant } from "./person-meant.ts";
import { findKnownPersons, withdrawPersons } from "./person.store.ts";
import {
  insertPersonRecords,
  listPersonRecords,
  listPersonsOfRecords,
  type PersonRecord,
} from "./person-record.store.ts";
import { listMerged } from "./merged.view.ts";
import { resolvePersons } from "./resolve-persons.ts";
import { countPersonsInUse } from "./rests-on-import.view.ts";
import {
  findByContent,
  insertSourceRecords,
  type SourceRecordRow,
  supersedeRecords,
  withdrawBatch,
} from "./source-record.store.ts";
import { listStandingEdits } from "./standing-edit.view.ts";
import { sourceRecordOf } from "./source-record.ts";

/**
 * Work lists (vulnerable workers, village officers) make persons. A row means a known person of the same village when it
 * carries that person's code, the same NIK, or exactly the same name and birth date; otherwise it is somebody new, and
 * linking asks later whether two persons are one. Other villages are never looked at here: that would tell an operator
 * that a NIK exists elsewhere.
 */
export const villageListApplier: Applier = { apply, undo };

async function apply(step: ImportStep, rows: readonly AcceptedRow[]): Promise<readonly RowOutcome[]> {
  const placed = rows.map((row) => ({
    row,
    record: sourceRecordOf(step, row, (values, id) => attributesOf(step, values, id)),
  }));
  const drafts = placed.filter(({ record }) => record.villageCode !== null);
  const same = await findByContent(
    step.tx,
    { regionCode: step.actor.regionCode, kind: step.batch.kind },
    drafts.map(({ record }) => record.contentHash),
  );
  const fresh = drafts.filter(({ record }) => !same.has(record.contentHash.toString("hex")));
  await insertSourceRecords(
    step.tx,
    fresh.map(({ record }) => record),
  );
  for (const village of Map.groupBy(fresh, ({ record }) => record.villageCode!).values())
    await placeRows(step, village);
  return placed.map(({ record }) => {
    if (record.villageCode === null) return { outcome: "quarantined", code: "E-VILLAGE" };
    const recordId = same.get(record.contentHash.toString("hex"));
    return recordId === undefined
      ? { outcome: "applied", recordId: record.id }
      : { outcome: "unchanged", recordId };
  });
}

/** Drafts of one village. */
async function placeRows(step: ImportStep, drafts: readonly Draft[]): Promise<void> {
  const { app, tx, actor } = step;
  const { villageCode, kecamatanCode } = drafts[0]!.record as { villageCode: string; kecamatanCode: string };
  const known = await findKnownPersons(tx, villageCode, {
    codes: drafts.flatMap(({ row }) => row.values.personCode ?? []),
    niks: drafts.flatMap(({ record }) => record.nikIndex ?? []),
    names: drafts.map(({ record }) => record.fullName.toLowerCase()),
  });
  const place = { regionCode: actor.regionCode, villageCode, kecamatanCode };
  const matched = drafts.map((draft) => ({ ...draft, person: personMeant(draft, known) }));
  const newcomers = matched.filter(({ person }) => person === undefined);
  const at = app.clock.now();
  const meansOf = await occupationMeaning(tx);
  const added = newcomers.map((draft) => ({ draft, id: app.newId() }));
  await addPersons(
    tx,
    added.map(({ draft, id }) => ({
      ...place,
      id,
      at,
      ...personFacts(app, id, [asPersonRecord(id, draft.record, at)], { meansOf }),
    })),
  );
  const returning = matched.flatMap(({ record, person }) =>
    person ? [{ personId: person.id, recordId: record.id }] : [],
  );
  const links = [
    ...added.map(({ draft, id }) => ({ personId: id, recordId: draft.record.id })),
    ...returning,
  ];
  await insertPersonRecords(
    tx,
    links.map((link) => ({ ...place, ...link })),
  );
  await refreshPersons(step, [...new Set(returning.map((link) => link.personId))]);
}

/** Computes persons anew and retires the rows that a newer one replaces. */
async function refreshPersons(step: ImportStep, personIds: readonly string[]): Promise<void> {
  const replaced = (await resolvePersons(step, personIds)).filter(({ live, isNewest }) => live && !isNewest);
  await supersedeRecords(
    step.tx,
    step.batch.id,
    replaced.map(({ id }) => id),
  );
}

async function undo(step: ImportStep) {
  const inUse = await countPersonsInUse(step.tx, step.batch.id);
  if (inUse > 0) return { outcome: "refused", reason: "persons-endorsed", count: inUse } as const;
  const withdrawn = await withdrawBatch(step.tx, step.batch.id);
  const personIds = await listPersonsOfRecords(step.tx, withdrawn);
  const remaining = await listPersonRecords(step.tx, personIds);
  const entered = (await listStandingEdits(step.tx, personIds)).filter(({ isEntry }) => isEntry);
  const kept = new Set([...remaining, ...entered].map(({ personId }) => personId));
  await withdrawPersons(
    step.tx,
    personIds.filter((id) => !kept.has(id)),
  );
  await refreshPersons(step, [...kept, ...(await listMerged(step.tx, personIds)).map(({ id }) => id)]);
  return { outcome: "undone" } as const;
}

/** What only BPJS asks for is sealed, and forgotten once it has accepted the person (forget-particulars.ts). */
function attributesOf({ app }: ImportStep, values: ImportedRow, id: string): object {
  const seal = (column: string, text: string | undefined) =>
    text && app.keys.seal(text, { table: "source_records", column, rowId: id }).toString("base64");
  return {
    occupation: values.occupation ?? values.position,
    income: values.income,
    birthPlaceSealed: seal("birth_place", values.birthPlace),
    motherNameSealed: seal("mother_name", values.motherName),
    heirName: values.heirName,
    heirRelation: values.heirRelation,
    decree: values.decree,
    note: values.note,
  };
}

function asPersonRecord(personId: string, record: SourceRecordRow, at: Date): PersonRecord {
  return {
    personId,
    entryId: personId,
    id: record.id,
    kind: record.kind,
    live: true,
    at,
    fullName: record.fullName,
    birthDate: record.birthDate,
    sex: record.sex,
    address: record.address,
    nikSealed: record.nikSealed,
    familyCardSealed: record.familyCardSealed,
    phoneSealed: record.phoneSealed,
    attributes: record.attributes,
  };
}
