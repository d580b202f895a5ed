import { type ChangeEvent, type ReactElement, useEffect, useState } from "react";
import { minutesTexts } from "#language/minutes.ts";
import { useTexts } from "#language/use-texts.ts";
import { Button, Card, FileField, TextField } from "#ui";

/** Compares a file by its SHA-256, which is worked out where the file lies; without a script the fingerprint is typed. */
export function CompareForm({ fingerprint }: { readonly fingerprint: string }): ReactElement {
  const t = useTexts(minutesTexts).check;
  const [typed, setTyped] = useState(fingerprint);
  const [canRead, setCanRead] = useState(false);
  // Only where the connection is secure does a browser lend the means.
  useEffect(() => setCanRead(globalThis.crypto?.subtle !== undefined), []);
  const read = async (event: ChangeEvent<HTMLInputElement>) => {
    const file = event.target.files?.[0];
    if (file !== undefined) setTyped(await fingerprintOf(file));
  };
  return (
    <Card title={t.compare}>
      <form method="get" className="form">
        {canRead && (
          <div onChange={(event) => void read(event as unknown as ChangeEvent<HTMLInputElement>)}>
            <FileField name="berkas" label={t.file} hint={t.compareLead} accept=".pdf,image/*" />
          </div>
        )}
        <TextField
          name="sidik"
          label={t.fingerprint}
          hint={t.fingerprintHint}
          value={typed}
          onChange={(event) => setTyped(event.target.value)}
          autoComplete="off"
          spellCheck={false}
        />
        <div>
          <Button look="plain">{t.button}</Button>
        </div>
      </form>
    </Card>
  );
}

async function fingerprintOf(file: File): Promise<string> {
  const hash = await crypto.subtle.digest("SHA-256", await file.arrayBuffer());
  return [...new Uint8Array(hash)].map((byte) => byte.toString(16).padStart(2, "0")).join("");
}
