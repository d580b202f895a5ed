// An office at its browser, without the browser: signs in, sends forms, follows where it is led.
import { setTimeout as wait } from "node:timers/promises";

const password = "satu-pegawai-satu-pekerja";

/** @typedef {{ status: number, location: string, html: string }} Answer */
/** @typedef {{ get: (path: string) => Promise<Answer>, post: (path: string, body: FormData | URLSearchParams) => Promise<Answer> }} Office */

/** @param {string} origin @param {string} user @returns {Promise<Office>} */
export async function signIn(origin, user) {
  /** @type {Map<string, string>} */
  const cookies = new Map();
  /** @param {string} path @param {RequestInit} [init] @returns {Promise<Answer>} */
  const ask = async (path, init = {}) => {
    const cookie = [...cookies].map(([name, value]) => `${name}=${value}`).join("; ");
    const answer = await fetch(origin + path, { ...init, redirect: "manual", headers: { cookie } });
    for (const line of answer.headers.getSetCookie()) {
      const [, name = "", value = ""] = /^([^=]+)=([^;]*)/.exec(line) ?? [];
      cookies.set(name, value);
    }
    const html = await answer.text();
    if (answer.status >= 500) throw new Error(`${path} answered ${answer.status}`);
    return { status: answer.status, location: answer.headers.get("location") ?? "", html };
  };
  const office = {
    get: (/** @type {string} */ path) => ask(path),
    post: (/** @type {string} */ path, /** @type {FormData | URLSearchParams} */ body) =>
      ask(path, { method: "POST", body }),
  };
  const email = `${user}@demo.tuwai.id`;
  const answer = await office.post("/masuk", new URLSearchParams({ email, password }));
  if (answer.status !== 302 && answer.status !== 303)
    throw new Error(`${user} was not let in: ${answer.status}`);
  return office;
}

/**
 * Uploads a file; the same operation id and bytes sent again are the same import.
 * @typedef {{ kind: string, name: string, text: string | Uint8Array<ArrayBuffer>, operationId: string }} SentFile
 * @param {Office} office @param {SentFile} file
 * @returns {Promise<string>} the code of the import
 */
export async function upload(office, { kind, name, text, operationId }) {
  const form = new FormData();
  form.set("operasi", operationId);
  form.set("jenis", kind);
  form.set("berkas", new Blob([text]), name);
  const { location, status } = await office.post("/impor/baru", form);
  const code = /\/impor\/(IM-[^/]+)/.exec(location)?.[1];
  if (code === undefined) throw new Error(`the upload was answered with ${status}`);
  return code;
}

/**
 * Where the import stands, by the page its address leads to: "" while work runs on it.
 * @param {Office} office @param {string} code
 */
export async function stepOf(office, code) {
  const { location } = await office.get(`/impor/${code}`);
  return location === "" ? "" : (/\/([a-z]+)$/.exec(location)?.[1] ?? "");
}

/** Presses the first main button of a page of the import: its form, with what stands hidden in it.
 * @param {Office} office @param {string} path @param {string} act */
export async function press(office, path, act) {
  const { html } = await office.get(path);
  const field = (/** @type {string} */ name) =>
    new RegExp(`name="${name}"[^>]*value="([^"]*)"`).exec(html)?.[1] ?? "";
  const body = new URLSearchParams({ operasi: field("operasi"), versi: field("versi"), aksi: act });
  return office.post(path, body);
}

/**
 * An import from wherever it stands to its end: sent, saved, approved by a second person where that is asked for.
 * @param {string} origin
 * @param {{ sender: string, second: string, file: SentFile, isOver: () => Promise<boolean> }} work `isOver` is asked from the
 *   moment the rows are saved
 */
export async function carryImportOn(origin, { sender, second, file, isOver }) {
  const office = await signIn(origin, sender);
  const code = await upload(office, file);
  /** @type {Office | undefined} */
  let other;
  for (const end = Date.now() + 90_000; Date.now() < end; await wait(100)) {
    const step = await stepOf(office, code);
    if (step === "periksa") await press(office, `/impor/${code}/tinjau`, "simpan");
    if (step === "tinjau") {
      other ??= await signIn(origin, second);
      await press(other, `/impor/${code}/setujui`, "setujui");
    }
    if (step === "selesai" && (await isOver())) return;
  }
  throw new Error(`the import ${file.name} did not come to its end`);
}
