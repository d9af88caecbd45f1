import { useEffect, useMemo, useRef, useState, type FocusEvent, type SubmitEvent } from 'react';
import { useTranslation } from 'react-i18next';
import type { z } from 'zod';
import { ApiError, type ClientErrorCode } from '../api/api-error.js';
import { useErrorText } from '../api/use-error-text.js';
import { issueText, pointerOf, valueAt } from './issue-text.js';

type Issue = z.core.$ZodIssue;

export type FormOptions<Values extends object, Parsed> = {
  initial: Values;
  schema: z.ZodType<Parsed>;
  /** Sends the parsed values; an ApiError it throws is shown at the fields it names, else above the form. */
  submit: (parsed: Parsed, values: Values) => Promise<void>;
  /** The field that an error code is about, by JSON pointer: `{ 'user.login-id-taken': '/loginId' }`. */
  fieldOfCode?: Partial<Record<ClientErrorCode, string>>;
  /** Words of the form's own for an issue; undefined falls back to the general ones. */
  describe?: (pointer: string, issue: Issue) => string | undefined;
};

type Errors = ReadonlyMap<string, string>;

const noErrors: Errors = new Map();

/**
 * State, validation and submission of one form. Fields are named by JSON pointer ("/name"), in the schema's issues as
 * in the API's field errors. A field is judged when it is left, all of them when the form is sent; an error goes as
 * soon as its field is right.
 */
export function useForm<Values extends object, Parsed>(options: FormOptions<Values, Parsed>) {
  const { t } = useTranslation('forms');
  const errorText = useErrorText();
  const { schema, describe } = options;
  const [values, setValues] = useState(options.initial);
  const [left, setLeft] = useState<ReadonlySet<string>>(new Set());
  const [isSubmitted, setSubmitted] = useState(false);
  const [refused, setRefused] = useState(noErrors);
  const [formError, setFormError] = useState<string | null>(null);
  const [isSubmitting, setSubmitting] = useState(false);
  const formRef = useRef<HTMLFormElement>(null);
  const [focusRequest, setFocusRequest] = useState(0);

  const issues = useMemo(() => schema.safeParse(values).error?.issues ?? [], [schema, values]);

  // After the errors have been rendered, the first field that has one takes the focus.
  useEffect(() => {
    if (focusRequest > 0) formRef.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [focusRequest]);

  const errorAt = (pointer: string): string | undefined => {
    const fromServer = refused.get(pointer);
    if (fromServer !== undefined) return fromServer;
    if (!isSubmitted && !left.has(pointer)) return undefined;
    const issue = issues.find(({ path }) => pointerOf(path) === pointer);
    if (issue === undefined) return undefined;
    // Rules of length or format are no help for a field that nothing has been written in.
    if (valueAt(values, issue.path) === '') return t('required');
    return describe?.(pointer, issue) ?? issueText(issue, t);
  };

  const setValue = <K extends keyof Values & string>(name: K, value: Values[K]): void => {
    setValues((current) => ({ ...current, [name]: value }));
    setRefused((current) => new Map([...current].filter(([pointer]) => !pointer.startsWith(`/${name}`))));
  };

  const leave = (pointer: string): void => setLeft((current) => new Set(current).add(pointer));

  const showRefusal = (error: unknown): void => {
    const byField = error instanceof ApiError ? refusedFields(error) : noErrors;
    setRefused(byField);
    setFormError(byField.size > 0 ? null : errorText(error));
    setFocusRequest((count) => count + 1);
  };

  function refusedFields(error: ApiError): Errors {
    const pointer = options.fieldOfCode?.[error.code as ClientErrorCode];
    if (pointer !== undefined) return new Map([[pointer, errorText(error)]]);
    return new Map(error.fieldErrors.map((field) => [field.pointer, t('refused', { message: field.message })]));
  }

  const submit = async (): Promise<void> => {
    if (isSubmitting) return;
    setSubmitted(true);
    setFormError(null);
    const parsed = schema.safeParse(values);
    if (!parsed.success) {
      setFocusRequest((count) => count + 1);
      return;
    }
    setSubmitting(true);
    try {
      await options.submit(parsed.data, values);
    } catch (error) {
      showRefusal(error);
    } finally {
      setSubmitting(false);
    }
  };

  return {
    values,
    setValue,
    errorAt,
    leave,
    formError,
    isSubmitting,
    /** Puts other values in place, as they were loaded: nothing is judged yet. */
    reset: (next: Values): void => {
      setValues(next);
      setLeft(new Set());
      setSubmitted(false);
      setRefused(noErrors);
      setFormError(null);
    },
    /** For the <form>. */
    formProps: {
      ref: formRef,
      noValidate: true,
      onSubmit: (event: SubmitEvent) => {
        event.preventDefault();
        void submit();
      },
    },
    /** For a text field: its value and error, and the events that keep them. */
    textProps: <K extends TextKey<Values>>(name: K) => ({
      name,
      value: values[name] as string,
      error: errorAt(`/${name}`),
      onValue: (value: string) => setValue(name, value as Values[K]),
      onBlur: (event: FocusEvent) => {
        // Leaving for a button of the form itself (show password, submit) is no end of typing.
        if (!(event.relatedTarget instanceof HTMLButtonElement)) leave(`/${name}`);
      },
    }),
  };
}

type TextKey<Values> = { [K in keyof Values & string]: Values[K] extends string ? K : never }[keyof Values & string];
