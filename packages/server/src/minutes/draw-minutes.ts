import { readFileSync } from "node:fs";
import { type MinutesFacts, writeMinutes } from "@tuwai/domain/minutes";
import { makePdf, qrPath } from "#documents";

const template = readFileSync(new URL("minutes.typ", import.meta.url), "utf8");

export const paperSizes = ["a4", "f4"] as const;
export type PaperSize = (typeof paperSizes)[number];

type Drawn = {
  readonly facts: MinutesFacts;
  readonly hash: string;
  readonly size: PaperSize;
  readonly at: Date;
};

/** The paper as PDF/UA-1: the same facts and moment give the same bytes. Throws where it cannot be drawn. */
export function drawMinutes({ facts, hash, size, at }: Drawn): Promise<Uint8Array<ArrayBuffer>> {
  const { path, side } = qrPath(facts.address);
  const qr = `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}"><path d="${path}"/></svg>`;
  return makePdf({ template, facts: { paper: writeMinutes(facts), size, hash, qr }, at, standard: "ua-1" });
}
