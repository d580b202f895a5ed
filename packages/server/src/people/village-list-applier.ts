import { randomInt } from "node:crypto";
import { newPersonCode } from "@tuwai/domain/identity";
import type { ImportedRow } from "@tuwai/domain/imports";
import type { Tx } from "#database";
import type { AcceptedRow, Applier, ImportStep, RowOutcome } from "#intake";
import { personFacts } from "./person-facts.ts";
import {
  countPersonsInUse,
  findFreeCodes,
  findKnownPersons,
  insertPersonRecords,
  insertPersons,
  type KnownPerson,
  listPersonRecords,
  listPersonsOfRecords,
  type PersonRecord,
  updatePerson,
  withdrawPersons,
} from "./person.store.ts";
import {
  findByContent,
  insertSourceRecords,
  type SourceRecordRow,
  supersedeRecords,
  withdrawBatch,
} from "./source-record.store.ts";
import { sourceRecordOf } from "./source-record.ts";

/**
 * Work lists (vulnerable workers, village officers) make persons. A row means a known person of the same village when it
 * carries that person's code, the same NIK, or exactly the same name and birth date; otherwise it is somebody new, and
 * linking asks later whether two persons are one. Other villages are never looked at here: that would tell an operator
 * that a NIK exists elsewhere.
 */
export const villageListApplier: Applier = { apply, undo };

async function apply(step: ImportStep, rows: readonly AcceptedRow[]): Promise<readonly RowOutcome[]> {
  const placed = rows.map((row) => ({ row, record: sourceRecordOf(step, row, attributesOf) }));
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
    await resolvePersons(step, village);
  return placed.map(({ record }) => {
    if (record.villageCode === null) return { outcome: "quarantined", code: "E-VILLAGE" };
    const recordId = same.get(record.contentHash.toString("hex"));
    return recordId === undefined
      ? { outcome: "applied", recordId: record.id }
      : { outcome: "unchanged", recordId };
  });
}

type Draft = { readonly row: AcceptedRow; readonly record: SourceRecordRow };

/** Drafts of one village. */
async function resolvePersons(step: ImportStep, drafts: readonly Draft[]): Promise<void> {
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
  const codes = await drawCodes(tx, newcomers.length);
  const added = newcomers.map((draft, index) => ({ draft, id: app.newId(), code: codes[index]! }));
  await insertPersons(
    tx,
    added.map(({ draft, id, code }) => ({
      ...place,
      id,
      code,
      at: app.clock.now(),
      ...personFacts(app, id, [asPersonRecord(id, draft.record)]),
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

/** Codes are short, so some are taken; draws again until there are enough. */
async function drawCodes(tx: Tx, count: number): Promise<readonly string[]> {
  const drawn = new Set<string>();
  while (drawn.size < count) {
    const candidates = Array.from({ length: count - drawn.size + 4 }, () =>
      newPersonCode((limit) => randomInt(limit)),
    );
    for (const code of await findFreeCodes(tx, candidates)) drawn.add(code);
  }
  return [...drawn];
}

/** One and only one person, or nobody: an ambiguous name makes a new person and leaves the question to linking. */
function personMeant({ row, record }: Draft, known: readonly KnownPerson[]): KnownPerson | undefined {
  const byCode = known.filter((person) => person.code === row.values.personCode);
  if (byCode.length === 1) return byCode[0];
  const nik = record.nikIndex?.toString("hex");
  const byNik = known.filter((person) => nik !== undefined && person.nik === nik);
  if (byNik.length === 1) return byNik[0];
  const byName = known.filter(
    (person) =>
      person.name === record.fullName.toLowerCase() &&
      record.birthDate !== null &&
      person.birthDate === record.birthDate &&
      (nik === undefined || person.nik === null),
  );
  return byName.length === 1 ? byName[0] : undefined;
}

/** Computes persons anew from their rows and retires the rows that a newer one replaces. */
async function refreshPersons(step: ImportStep, personIds: readonly string[]): Promise<void> {
  const records = await listPersonRecords(step.tx, personIds);
  for (const personId of personIds) {
    const own = records.filter((record) => record.personId === personId);
    if (own.length === 0) continue;
    await updatePerson(step.tx, personId, personFacts(step.app, personId, own), step.app.clock.now());
    const older = own
      .slice(0, -1)
      .filter((record) => record.live)
      .map((record) => record.id);
    await supersedeRecords(step.tx, step.batch.id, older);
  }
}

async function undo(step: ImportStep) {
  const inUse = await countPersonsInUse(step.tx, step.batch.id);
  if (inUse > 0) return { outcome: "refused", reason: "persons-endorsed", count: inUse } as const;
  const withdrawn = await withdrawBatch(step.tx, step.batch.id);
  const personIds = await listPersonsOfRecords(step.tx, withdrawn);
  const remaining = await listPersonRecords(step.tx, personIds);
  const kept = new Set(remaining.map((record) => record.personId));
  await withdrawPersons(
    step.tx,
    personIds.filter((id) => !kept.has(id)),
  );
  await refreshPersons(step, [...kept]);
  return { outcome: "undone" } as const;
}

function attributesOf(values: ImportedRow): object {
  return {
    occupation: values.occupation ?? values.position,
    income: values.income,
    birthPlace: values.birthPlace,
    motherName: values.motherName,
    heirName: values.heirName,
    heirRelation: values.heirRelation,
    decree: values.decree,
    note: values.note,
  };
}

function asPersonRecord(personId: string, record: SourceRecordRow): PersonRecord {
  return {
    personId,
    id: record.id,
    kind: record.kind,
    live: true,
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
