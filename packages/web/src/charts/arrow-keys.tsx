import type { ReactElement } from "react";
import { chartTexts } from "#language/charts.ts";
import { useTexts } from "#language/use-texts.ts";
import { useNonce } from "#shell";

/**
 * Makes the shapes of a map marked `data-arrows` one stop of the Tab key, with arrow keys between them. Without the script
 * the keyboard reaches the first shape, and everything in the table beside the map.
 */
export function ArrowKeys(): ReactElement {
  const t = useTexts(chartTexts);
  const nonce = useNonce();
  return (
    <>
      <span className="keys-hint">{t.arrows}</span>
      <script async src="/panah.js" {...(nonce === undefined ? {} : { nonce })} />
    </>
  );
}

/** Where the Tab key stops: at one shape of a map, the selected one or the first. */
export function tabStop(code: string, stop: string | undefined): 0 | -1 {
  return code === stop ? 0 : -1;
}
