import type { useForm } from '../../../lib/form/use-form.js';
import type { CafeValues } from './cafe-values.js';

/** The part of a form's state that its fields need, whether it makes a café or edits one. */
export type CafeForm = Pick<
  ReturnType<typeof useForm<CafeValues, unknown>>,
  'values' | 'setValue' | 'errorAt' | 'leave' | 'textProps'
>;
