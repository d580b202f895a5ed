import { useId, type ReactElement } from "react";

/** How far a job has come; the sentence says it too, because a bar alone says nothing aloud. */
export function Progress(props: {
  readonly label: string;
  readonly done: number;
  readonly total: number;
  /** "412 dari 1.240 baris" */
  readonly text: string;
}): ReactElement {
  const id = useId();
  return (
    <div className="stack">
      <label htmlFor={id}>
        {props.label}: <strong>{props.text}</strong>
      </label>
      <progress id={id} value={props.done} max={Math.max(props.total, 1)} />
    </div>
  );
}
