import { readFileSync } from "node:fs";
import { certificateNumber } from "@tuwai/domain/certificates";
import { AppError, isUuid } from "#app";
import { makePdf, qrPath } from "#documents";
import { getCity } from "#regions";
import { act, type Operation, read, type Step } from "#use-case";
import {
  type Certificate,
  type CheckedCertificate,
  findByCode,
  keepFirstPrint,
  listCertificates,
  lockCertificates,
} from "./certificate.store.ts";
import { certifiedNow } from "./certified-now.ts";
import { readCertificateCode } from "./new-code.ts";
import { findHolder } from "./receipts.view.ts";

const template = readFileSync(new URL("certificate.typ", import.meta.url), "utf8");

export type ShownCertificate = Omit<Certificate, "civilServantId" | "firstPrint"> & {
  readonly isPrinted: boolean;
};

export type MyCertificates = {
  readonly valid: ShownCertificate | null;
  /** Withdrawn or replaced ones, the latest first. */
  readonly ended: readonly ShownCertificate[];
  /** BPJS has received a contribution of the sponsor's own, so one can be issued. */
  readonly mayIssue: boolean;
};

/** The sponsor's certificates, and whether one can be issued. */
export const getMyCertificates = act(
  { name: "my-certificates", permission: "certificate.read" },
  async (call): Promise<MyCertificates> => {
    const all = (await call.look(listOwn)).map(shown);
    const valid = all.find(({ state }) => state === "valid") ?? null;
    const ended = all.filter(({ state }) => state !== "valid");
    return { valid, ended, mayIssue: valid === null && (await certifiedNow(call)) !== null };
  },
);

/** Says that the paper is printed now: the first print is the original, every later one a copy. Throws `not-found`. */
export const printCertificate = act(
  { name: "certificate.print", permission: "certificate.read" },
  async (call, { operationId: id, certificateId }: Operation & { readonly certificateId: string }) => {
    const own = await call.look((step) => findOwn(step, certificateId));
    if (own === undefined) throw new AppError("not-found");
    await call.once({ id, request: { certificateId } }, async (step) => {
      await lockCertificates(step.tx);
      await keepFirstPrint(step.tx, own.id, id);
      await step.audit({ objectType: "certificate", objectId: own.id });
    });
    return call.look((step) => draw(step, own.id, id));
  },
);

/** What would be printed, marked as a preview: it has no number and no code, and nothing is issued by it. Throws `not-found`. */
export const previewCertificate = act(
  { name: "certificate-preview", permission: "certificate.read" },
  async (call): Promise<Uint8Array<ArrayBuffer>> => {
    const certified = await certifiedNow(call);
    if (certified === null) throw new AppError("not-found");
    return call.look(async (step) => {
      const holder = (await findHolder(step.tx, step.area.civilServantId ?? "")) ?? "";
      const nothing = { number: null, issued: null, address: null, code: null, qr: null };
      const facts = { ...placeOf(step), ...certified, ...nothing, mark: "preview", holder };
      return makePdf({ template, facts, at: step.now });
    });
  },
);

export type CertificateCheck = CheckedCertificate | null;

/** What the page behind the QR code says; null for a code that no certificate has. */
export const checkCertificate = read(
  { purpose: "certificate-check", permission: "certificate.check" },
  async ({ tx }, { certificateCode }: { readonly certificateCode: string }): Promise<CertificateCheck> => {
    const code = readCertificateCode(certificateCode);
    return code === undefined ? null : ((await findByCode(tx, code)) ?? null);
  },
);

async function draw(step: Step, certificateId: string, operationId: string) {
  const certificate = await findOwn(step, certificateId);
  if (certificate === undefined) throw new AppError("not-found");
  const { origin, port } = step.app.config;
  const address = `${origin ?? `http://localhost:${port}`}/sertifikat/${certificate.code}`;
  const isCopy = certificate.firstPrint !== operationId;
  const { path, side } = qrPath(address);
  const mark = certificate.state === "valid" ? (isCopy ? "copy" : null) : certificate.state;
  const { holder, since, workers } = certificate;
  const facts = {
    ...placeOf(step),
    mark,
    holder,
    since,
    workers,
    number: certificateNumber(certificate),
    issued: certificate.issuedOn,
    address,
    code: certificate.code.replaceAll(/(.{5})(?=.)/g, "$1 "),
    qr: `<svg xmlns="http://www.w3.org/2000/svg" viewBox="0 0 ${side} ${side}"><path d="${path}"/></svg>`,
  };
  return {
    isCopy,
    fileName: `piagam-${certificateNumber(certificate)}.pdf`,
    bytes: await makePdf({ template, facts, at: certificate.issuedAt }),
  };
}

const placeOf = ({ app }: Step) => ({ city: getCity(app.config).name });

function listOwn({ tx, area }: Step): Promise<readonly Certificate[]> {
  return area.civilServantId === null ? Promise.resolve([]) : listCertificates(tx, area.civilServantId);
}

async function findOwn(step: Step, id: string): Promise<Certificate | undefined> {
  return isUuid(id) ? (await listOwn(step)).find((certificate) => certificate.id === id) : undefined;
}

function shown({ civilServantId: _servant, firstPrint, ...certificate }: Certificate): ShownCertificate {
  return { ...certificate, isPrinted: firstPrint !== null };
}
