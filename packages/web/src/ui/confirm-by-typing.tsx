import type { ReactElement } from "react";
import { uiTexts } from "#language/ui.ts";
import { useTexts } from "#language/use-texts.ts";
import { Button } from "./button.tsx";
import { TextField } from "./field.tsx";

const name = "ketik";

/**
 * For the four acts that cannot be undone: type a word to go on. The server decides with `isTyped`; a browser
 * without scripts is asked just the same.
 */
export function ConfirmByTyping(props: {
  readonly word: string;
  readonly action: string;
  readonly error?: string | undefined;
}): ReactElement {
  const t = useTexts(uiTexts);
  return (
    <>
      <TextField
        name={name}
        label={t.typeToConfirm(props.word)}
        error={props.error}
        width="middle"
        autoComplete="off"
        autoCapitalize="off"
        spellCheck={false}
      />
      <Button look="danger">{props.action}</Button>
    </>
  );
}

/** Whether the form holds the word; case and outer spaces do not matter. */
export function isTyped(form: FormData, word: string): boolean {
  const typed = form.get(name);
  return typeof typed === "string" && typed.trim().toLowerCase() === word.toLowerCase();
}
