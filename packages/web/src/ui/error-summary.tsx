import { useEffect, useRef, type ReactElement } from "react";
import { uiTexts } from "#language/ui.ts";
import { useTexts } from "#language/use-texts.ts";

/** Sentences by field name; an empty name is about the whole form. */
export type FormErrors = Readonly<Record<string, string | undefined>>;

/**
 * The list of what to mend, above a form, each entry a link to its field. Takes the focus when it appears: with
 * JavaScript by itself, without it because the browser starts at the top of a new page.
 */
export function ErrorSummary({ errors }: { readonly errors: FormErrors | undefined }): ReactElement | null {
  const t = useTexts(uiTexts);
  const box = useRef<HTMLDivElement>(null);
  const found = Object.entries(errors ?? {}).flatMap(([name, text]) => (text ? [{ name, text }] : []));
  useEffect(() => {
    if (found.length > 0) box.current?.focus();
  }, [errors, found.length]);
  if (found.length === 0) return null;
  return (
    <div className="summary-of-errors" role="alert" tabIndex={-1} ref={box} aria-labelledby="errors-title">
      <h2 id="errors-title">{t.toFix(found.length)}</h2>
      <ul>
        {found.map(({ name, text }) => (
          <li key={name}>{name === "" ? text : <a href={`#${name}`}>{text}</a>}</li>
        ))}
      </ul>
    </div>
  );
}
