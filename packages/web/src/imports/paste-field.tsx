import { importTexts } from "#language/imports.ts";
import { useTexts } from "#language/use-texts.ts";
import { Disclosure, Field } from "#ui";

type Props = { readonly text: string; readonly error: string | undefined };

/** Cells as spreadsheets put them on the clipboard: one row a line, tabs between; no line is broken, or rows would not stand out. */
export function PasteField({ text, error }: Props) {
  const t = useTexts(importTexts).fresh.paste;
  return (
    <Disclosure summary={t.open} isOpen={text !== "" || error !== undefined}>
      <Field name="tempelan" label={t.label} hint={t.hint} error={error}>
        {(control) => (
          <textarea
            {...control}
            rows={6}
            wrap="off"
            spellCheck={false}
            autoComplete="off"
            defaultValue={text}
            placeholder={t.example}
          />
        )}
      </Field>
    </Disclosure>
  );
}
