import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { receiveForm } from "./receive-form.ts";

const dataDir = mkdtempSync(join(tmpdir(), "form-test-"));
afterAll(() => rmSync(dataDir, { recursive: true, force: true }));
const options = { fileField: "berkas", dataDir, maxFileBytes: 1_000_000 };

describe("a form with a file", () => {
  it("arrives whole: fields as text, the file's bytes on disk under a name of our own", async () => {
    const bytes = new Uint8Array(300_000).map((_, index) => (index * 7919) % 251);
    const form = new FormData();
    form.set("jenis", "village-list");
    form.set("berkas", new File([bytes], '../daftar "baru".xlsx'));
    form.set("sesudah", "Naras I\r\nbaris dua");
    const received = await receiveForm(post(form), options);
    expect([...received.fields]).toEqual([
      ["jenis", "village-list"],
      ["sesudah", "Naras I\r\nbaris dua"],
    ]);
    expect(received.file).toMatchObject({ name: '../daftar "baru".xlsx', bytes: 300_000 });
    expect(readFileSync(received.file!.path).equals(Buffer.from(bytes))).toBe(true);
    await received.dispose();
    expect(existsSync(received.file!.path)).toBe(false);
  });

  it.each([1, 2, 3, 7, 50, 1000])(
    "is the same in chunks of %i bytes, delimiter look-alikes inside",
    async (size) => {
      const content = "a\r\n--b\r\n--bata-lain\r\n-\r\n--bata";
      const text = `--batas\r\nContent-Disposition: form-data; name="kosong"\r\n\r\n\r\n--batas\r\nContent-Disposition: form-data; name="berkas"; filename="x.csv"\r\nContent-Type: text/csv\r\n\r\n${content}\r\n--batas--\r\n`;
      const received = await receiveForm(raw(text, size), options);
      expect(received.fields.get("kosong")).toBe("");
      expect(readFileSync(received.file!.path, "utf8")).toBe(content);
      await received.dispose();
    },
  );

  it("a long text of the field named for it lies on disk like a file, within the same limit", async () => {
    const form = new FormData();
    form.set("tempelan", `NIK\tNama\r\n${"x".repeat(200_000)}`);
    const received = await receiveForm(post(form), { ...options, textField: "tempelan" });
    expect(received.file).toBeNull();
    expect([...received.fields.keys()]).toEqual([]);
    expect(readFileSync(received.pasted!.path, "utf8")).toBe(form.get("tempelan"));
    await received.dispose();
    expect(existsSync(received.pasted!.path)).toBe(false);
    const small = { ...options, textField: "tempelan", maxFileBytes: 100_000 };
    await expect(receiveForm(post(form), small)).rejects.toMatchObject({ details: { code: "E-SIZE" } });
  });

  it("without a chosen file has none, and one of another field is left aside", async () => {
    const form = new FormData();
    form.set("berkas", new File([], ""));
    form.set("lain", new File(["x"], "x.csv"));
    const received = await receiveForm(post(form), options);
    expect(received.file).toBeNull();
    await received.dispose();
  });

  it("cut short, of another kind or without a body is refused", async () => {
    const head = '--batas\r\nContent-Disposition: form-data; name="berkas"; filename="x.csv"\r\n\r\nabc';
    const broken = [
      raw(head, 10),
      raw("bukan formulir", 5),
      raw("--batas!!", 5),
      raw("--batas\r\nContent-Type: text/plain\r\n\r\nx\r\n--batas--", 9),
      new Request("http://x/", { method: "POST", body: new URLSearchParams({ a: "1" }) }),
      new Request("http://x/", {
        method: "POST",
        headers: { "content-type": "multipart/form-data; boundary=b" },
      }),
    ];
    for (const request of broken)
      await expect(receiveForm(request, options)).rejects.toMatchObject({ code: "invalid-input" });
  });

  it("lies beneath the data folder only, and a file beyond the sender's limit leaves nothing there", async () => {
    const form = new FormData();
    form.set("berkas", new File([new Uint8Array(2_000)], "x.csv"));
    const received = await receiveForm(post(form), options);
    expect(received.file!.path.startsWith(join(dataDir, "opened"))).toBe(true);
    await received.dispose();
    const small = { ...options, maxFileBytes: 1_999 };
    await expect(receiveForm(post(form), small)).rejects.toMatchObject({
      code: "too-large",
      details: { limit: 1_999 },
    });
    expect(readdirSync(join(dataDir, "opened"))).toEqual([]);
  });

  it("announced as far beyond the limit is refused before its body is asked for", async () => {
    let isAsked = false;
    const body = new ReadableStream<Uint8Array>({ pull: () => void (isAsked = true) }, { highWaterMark: 0 });
    const headers = {
      "content-type": "multipart/form-data; boundary=batas",
      "content-length": String(200 * 1024 * 1024),
    };
    const init: RequestInit & { duplex: "half" } = { method: "POST", body, duplex: "half", headers };
    const request = new Request("http://x/impor/baru", init);
    await expect(receiveForm(request, options)).rejects.toMatchObject({ code: "too-large" });
    expect(isAsked).toBe(false);
  });

  it("takes no text field beyond 64 KB", async () => {
    const form = new FormData();
    form.set("jenis", "x".repeat(70_000));
    await expect(receiveForm(post(form), options)).rejects.toMatchObject({ code: "too-large" });
  });
});

function post(body: FormData): Request {
  return new Request("http://x/impor/baru", { method: "POST", body });
}

function raw(text: string, size: number): Request {
  const bytes = Buffer.from(text);
  const body = new ReadableStream<Uint8Array>({
    start(controller) {
      for (let at = 0; at < bytes.length; at += size) controller.enqueue(bytes.subarray(at, at + size));
      controller.close();
    },
  });
  const init: RequestInit & { duplex: "half" } = {
    method: "POST",
    body,
    duplex: "half",
    headers: { "content-type": "multipart/form-data; boundary=batas" },
  };
  return new Request("http://x/impor/baru", init);
}
