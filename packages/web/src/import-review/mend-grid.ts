import type { ClipboardEvent, KeyboardEvent } from "react";

/** Cells of one column, from top to bottom. */
function column(form: HTMLElement, input: HTMLInputElement): HTMLInputElement[] {
  const cells = [...form.querySelectorAll<HTMLInputElement>("input[data-cell]")];
  return cells.filter((cell) => cell.dataset["cell"] === input.dataset["cell"] && cell.offsetParent !== null);
}

function below(form: HTMLElement, input: HTMLInputElement, step: number): HTMLInputElement | undefined {
  const cells = column(form, input);
  return cells[cells.indexOf(input) + step];
}

/** Arrows move within a column; Enter saves what was typed and goes to the next wrong cell. */
export function pressInGrid(event: KeyboardEvent<HTMLFormElement>): void {
  const form = event.currentTarget;
  const input = event.target;
  if (!(input instanceof HTMLInputElement) || input.dataset["cell"] === undefined) return;
  if (event.key === "ArrowDown" || event.key === "ArrowUp") {
    const next = below(form, input, event.key === "ArrowDown" ? 1 : -1);
    if (next === undefined) return;
    event.preventDefault();
    next.focus();
    next.select();
  }
  if (event.key === "Enter") {
    event.preventDefault();
    const all = [...form.querySelectorAll<HTMLInputElement>("input[data-cell][data-wrong]")];
    const next = all[all.indexOf(input) + 1];
    next?.focus();
    form.requestSubmit(form.querySelector<HTMLButtonElement>("button[data-save]"));
  }
}

/** A column copied from a spreadsheet fills downwards from where it is pasted. */
export function pasteInGrid(event: ClipboardEvent<HTMLFormElement>): void {
  const input = event.target;
  if (!(input instanceof HTMLInputElement) || input.dataset["cell"] === undefined) return;
  const lines = event.clipboardData
    .getData("text")
    .replace(/\r?\n$/, "")
    .split(/\r?\n/);
  if (lines.length < 2) return;
  event.preventDefault();
  const cells = column(event.currentTarget, input);
  const from = cells.indexOf(input);
  lines.forEach((line, at) => {
    const cell = cells[from + at];
    if (cell !== undefined) cell.value = line.split("\t")[0]!.trim();
  });
}
