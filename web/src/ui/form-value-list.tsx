import { DescriptionList } from './description-list.tsx'
import type { FormField, FormValues } from './form-field.ts'
import { FormFieldValue } from './form-field-value.tsx'

interface FormValueListProps {
  fields: readonly FormField[]
  values: FormValues
}

const wideTypes: readonly string[] = ['longtext', 'table', 'people', 'stages', 'courses', 'budget', 'file']

/** A filled form to read and print, without the controls that fill it. */
export function FormValueList({ fields, values }: FormValueListProps) {
  const items = fields.map((field) => ({
    label: field.title,
    value: <FormFieldValue field={field} value={values[field.key]} />,
    wide: wideTypes.includes(field.type),
  }))
  return <DescriptionList items={items} />
}
