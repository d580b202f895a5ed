import type { ReactElement } from "react";
import { uiTexts } from "#language/ui.ts";
import { useLocalPath, useTexts } from "#language/use-texts.ts";
import { EmptyState } from "./empty-state.tsx";

/** A pile that is done: what will fill it again, and the way to the next one. */
export function NothingWaits(props: { readonly title: string; readonly fills: string }): ReactElement {
  const t = useTexts(uiTexts);
  const to = useLocalPath();
  return (
    <EmptyState title={props.title} action={<a href={to("/kerja")}>{t.toTasks}</a>}>
      <p>{props.fills}</p>
    </EmptyState>
  );
}
