import { type FormEvent, useEffect, useRef, useState } from "react";
import type { FormErrors } from "#ui";
import type { FillAnswer } from "./act-on-fill.ts";
import type { Typed } from "./fill-sums.ts";

type Given = {
  /** Where the page's script sends the form, and the key under which this phone keeps what was typed. */
  readonly sendTo: string;
  readonly keptAs: string;
  readonly first: Typed;
  readonly operation: string;
  readonly errors: FormErrors;
};

/** `unsent`: nobody knows whether it arrived; the same operation is sent once more. `out`: nobody is signed in any more. */
export type Sending = "no" | "sending" | "unsent" | "out";

type Kept = { readonly typed: Typed; readonly operation: string };

/** A village's form on a phone: what was typed survives a reload, a broken line and a server that is gone; nothing live touches it. */
export function useFill({ sendTo, keptAs, first, operation: born, errors: told }: Given) {
  const [typed, setTyped] = useState(first);
  const [operation, setOperation] = useState(born);
  const [sending, setSending] = useState<Sending>("no");
  const [errors, setErrors] = useState(told);
  const [isLive, setLive] = useState(false);
  const signedAt = useRef(0);

  useEffect(() => {
    setLive(true);
    const kept = readKept(keptAs);
    if (kept !== null) {
      setTyped(kept.typed);
      setOperation(kept.operation);
    }
    sign(sendTo, "dibuka");
  }, [keptAs, sendTo]);

  const change = (next: Partial<Typed>) => {
    // What may have arrived was another request.
    const id = sending === "unsent" ? newId() : operation;
    const all = { ...typed, ...next };
    setTyped(all);
    setOperation(id);
    setSending("no");
    keep(keptAs, { typed: all, operation: id });
    if (Date.now() - signedAt.current < between) return;
    signedAt.current = Date.now();
    sign(sendTo, "mengetik");
  };

  const send = async (event: FormEvent<HTMLFormElement>) => {
    event.preventDefault();
    if (sending === "sending") return;
    const { submitter } = event.nativeEvent as SubmitEvent;
    const form = new FormData(event.currentTarget, submitter);
    setSending("sending");
    setErrors({});
    const answer = await post(sendTo, form);
    if (typeof answer === "string") {
      keep(keptAs, { typed, operation });
      return setSending(answer);
    }
    if ("errors" in answer) {
      setOperation(newId());
      setErrors(answer.errors);
      return setSending("no");
    }
    forget(keptAs);
    window.location.assign(window.location.pathname);
  };

  return { typed, change, send, sending, errors, operation, isLive };
}

/** Milliseconds between two signs that somebody types. */
const between = 8000;
const patience = 20_000;

/** Sends a form and reads the answer; `unsent` and `out` where there is none. */
export async function post(to: string, form: FormData): Promise<FillAnswer | "unsent" | "out"> {
  try {
    const response = await fetch(to, {
      method: "POST",
      body: form,
      redirect: "manual",
      signal: AbortSignal.timeout(patience),
    });
    if (response.type === "opaqueredirect" || response.status === 401 || response.status === 403)
      return "out";
    if (!response.ok) return "unsent";
    return (await response.json()) as FillAnswer;
  } catch {
    return "unsent";
  }
}

/** A sign that is lost is no loss. */
function sign(to: string, what: "dibuka" | "mengetik"): void {
  const form = new FormData();
  form.set("aksi", what);
  navigator.sendBeacon(to, form);
}

/** Also where the page came without TLS, as from a laptop in a hall: there browsers have no `randomUUID`. */
export function newId(): string {
  const bytes = crypto.getRandomValues(new Uint8Array(16));
  bytes[6] = (bytes[6]! & 0x0f) | 0x40;
  bytes[8] = (bytes[8]! & 0x3f) | 0x80;
  const hex = [...bytes].map((byte) => byte.toString(16).padStart(2, "0")).join("");
  return hex.replace(/^(.{8})(.{4})(.{4})(.{4})(.{12})$/, "$1-$2-$3-$4-$5");
}

function readKept(key: string): Kept | null {
  try {
    const text = sessionStorage.getItem(key);
    return text === null ? null : (JSON.parse(text) as Kept);
  } catch {
    return null;
  }
}

function keep(key: string, kept: Kept): void {
  try {
    sessionStorage.setItem(key, JSON.stringify(kept));
  } catch {
    // A phone that keeps nothing still sends.
  }
}

function forget(key: string): void {
  try {
    sessionStorage.removeItem(key);
  } catch {
    // Nothing was kept.
  }
}
