import { useEffect, useState, type ReactElement } from "react";
import { passwordTexts } from "#language/passwords.ts";
import { useTexts } from "#language/use-texts.ts";
import { TextField } from "#ui";

/** A password being chosen: it may be pasted, and seen while it is typed (OWASP ASVS 5.0, 6.2.6 and 6.2.7). */
export function NewPasswordField(props: {
  readonly name: string;
  readonly error?: string | undefined;
}): ReactElement {
  const t = useTexts(passwordTexts).field;
  const [isShown, show] = useState(false);
  const [hasScript, note] = useState(false);
  useEffect(() => note(true), []);
  return (
    <>
      <TextField
        name={props.name}
        label={t.label}
        hint={t.hint}
        type={isShown ? "text" : "password"}
        autoComplete="new-password"
        autoCapitalize="off"
        spellCheck={false}
        required
        error={props.error}
      />
      {hasScript && (
        <label className="choice">
          <input type="checkbox" checked={isShown} onChange={() => show(!isShown)} />
          {t.show}
        </label>
      )}
    </>
  );
}
