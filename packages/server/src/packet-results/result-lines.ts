import { readPersonCode } from "@tuwai/domain/identity";
import { type Area, areaOf, authorise } from "#access";
import type { AcceptedRow, ImportStep } from "#intake";
import { lockLines } from "#packets";
import type { AnswerableLine, decideResult } from "./decide-result.ts";
import { listNamedLines, type NamedLine } from "./named-line.view.ts";

export type ResultLine = AnswerableLine & NamedLine;
type Asked = Parameters<typeof decideResult>[0];

/** Sending a file is one right, having it believed another. */
export function areaOfBranch({ actor }: ImportStep): Area {
  return areaOf(actor, authorise(actor, "enrolment.confirm"));
}

/** What a row of the file asks about, numbers as keyed indexes. */
export function ask({ app, today }: ImportStep, values: AcceptedRow["values"]): Asked {
  const indexOf = (kind: "nik" | "kpj") => {
    const value = values[kind];
    return value === undefined ? null : app.keys.blindIndex(kind, value).toString("hex");
  };
  return { values, nik: indexOf("nik"), kpj: indexOf("kpj"), today };
}

const bytes = (index: string | null) => (index === null ? [] : Buffer.from(index, "hex"));

/** The lines that these rows may mean, locked, so that two files cannot answer one line. */
export async function readLines(step: ImportStep, asked: readonly Asked[]): Promise<readonly ResultLine[]> {
  const area = areaOfBranch(step);
  const named = await listNamedLines(step.tx, area, {
    codes: asked.flatMap(({ values }) => {
      const reading = values.personCode === undefined ? undefined : readPersonCode(values.personCode);
      return reading?.status === "wajar" ? [reading.code] : [];
    }),
    niks: asked.flatMap(({ nik }) => bytes(nik)),
    kpjs: asked.flatMap(({ kpj }) => bytes(kpj)),
  });
  const enrolmentIds = named.map(({ enrolmentId }) => enrolmentId);
  const locked = await lockLines(step, area, enrolmentIds);
  const states = new Map(locked.map(({ packetId, lineNo, state }) => [`${packetId} ${lineNo}`, state]));
  return named.flatMap((line) => {
    const state = states.get(`${line.packetId} ${line.lineNo}`);
    return state === undefined ? [] : [{ ...line, state }];
  });
}
