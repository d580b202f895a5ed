import {
  createContext,
  useContext,
  useId,
  type ComponentProps,
  type ReactElement,
  type ReactNode,
} from "react";
import { uiTexts } from "#language/ui.ts";
import { useTexts } from "#language/use-texts.ts";
import { Icon } from "./icon.tsx";

/** What a control inside a field must carry, so that label, hint and error belong to it. */
export type ControlProps = {
  readonly id: string;
  readonly name: string;
  readonly "aria-invalid"?: true;
  readonly "aria-describedby"?: string;
};
export type FieldProps = {
  readonly name: string;
  readonly label: string;
  readonly hint?: string | undefined;
  /** A finished sentence: what is wrong and what to do. */
  readonly error?: string | undefined;
};

/** Of several forms on a page that ask for the same name each sets its own word: a label belongs to the field of its own form. */
export const FieldScope = createContext("");

function useFieldId(name: string): string {
  const scope = useContext(FieldScope);
  return scope === "" ? name : `${scope}-${name}`;
}

/** A labelled control; the error summary links to `#name`. */
export function Field(props: FieldProps & { children: (control: ControlProps) => ReactNode }): ReactElement {
  const { name, label, hint, error, children } = props;
  const id = useFieldId(name);
  const described = [hint && `${id}-hint`, error && `${id}-error`].filter(Boolean).join(" ");
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      {hint && (
        <p className="hint" id={`${id}-hint`}>
          {hint}
        </p>
      )}
      {error && <FieldError id={`${id}-error`} text={error} />}
      {children({
        id,
        name,
        ...(error ? { "aria-invalid": true } : {}),
        ...(described ? { "aria-describedby": described } : {}),
      })}
    </div>
  );
}

type TextFieldProps = FieldProps &
  Omit<ComponentProps<"input">, "name"> & { readonly width?: "short" | "middle" };

/** One line of text. Give numbers `inputMode="numeric"`, never `type="number"`; give personal data `autoComplete`. */
export function TextField({ name, label, hint, error, width, ...input }: TextFieldProps): ReactElement {
  return (
    <Field name={name} label={label} hint={hint} error={error}>
      {(control) => (
        <input type="text" {...input} {...control} className={width ? `width-${width}` : undefined} />
      )}
    </Field>
  );
}

export type Option = { readonly value: string; readonly label: string };
type SelectFieldProps = FieldProps &
  Omit<ComponentProps<"select">, "name"> & { readonly options: readonly Option[] };

export function SelectField({
  name,
  label,
  hint,
  error,
  options,
  ...select
}: SelectFieldProps): ReactElement {
  const t = useTexts(uiTexts);
  return (
    <Field name={name} label={label} hint={hint} error={error}>
      {(control) => (
        <select {...select} {...control}>
          {options.map(({ value, label: text }) => (
            <option key={value} value={value}>
              {text === "" ? t.choose : text}
            </option>
          ))}
        </select>
      )}
    </Field>
  );
}

type FileFieldProps = FieldProps & {
  readonly accept: string;
  readonly multiple?: boolean;
  readonly required?: boolean;
};

/** A real file button: nothing has to be dragged. Its form needs `encType="multipart/form-data"`. */
export function FileField({ name, label, hint, error, ...input }: FileFieldProps): ReactElement {
  return (
    <Field name={name} label={label} hint={hint} error={error}>
      {(control) => <input type="file" {...input} {...control} />}
    </Field>
  );
}

type ChoicesProps = FieldProps & {
  readonly options: readonly Option[];
  readonly value?: string | readonly string[] | undefined;
  /** One answer (default) or several. */
  readonly several?: boolean;
};

/** Radio buttons or tick boxes under one question. */
export function Choices({
  name,
  label,
  hint,
  error,
  options,
  value,
  several = false,
}: ChoicesProps): ReactElement {
  const group = useId();
  const id = useFieldId(name);
  const chosen = new Set(typeof value === "string" ? [value] : (value ?? []));
  const described = [hint && `${group}-hint`, error && `${group}-error`].filter(Boolean).join(" ");
  return (
    <fieldset
      className="field"
      id={id}
      tabIndex={-1}
      {...(described ? { "aria-describedby": described } : {})}
    >
      <legend>{label}</legend>
      {hint && (
        <p className="hint" id={`${group}-hint`}>
          {hint}
        </p>
      )}
      {error && <FieldError id={`${group}-error`} text={error} />}
      {options.map((option) => (
        <label className="choice" key={option.value}>
          <input
            type={several ? "checkbox" : "radio"}
            name={name}
            value={option.value}
            defaultChecked={chosen.has(option.value)}
          />
          {option.label}
        </label>
      ))}
    </fieldset>
  );
}

function FieldError({ id, text }: { readonly id: string; readonly text: string }): ReactElement {
  return (
    <p className="field-error" id={id}>
      <Icon name="warning" />
      {text}
    </p>
  );
}
