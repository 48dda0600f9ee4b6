import '../../../ui/form-rows.css'
import type { FormField } from '../../../ui/form-field.ts'
import { FormFieldValue } from '../../../ui/form-field-value.tsx'
import { t } from '../../../words/words.ts'
import { drawnFields } from '../design/contract-form.ts'
import { fileValues } from '../files/file-values.ts'
import type { Application } from './application-moves.tsx'

/** Answers of one line stand together in a table at the head, as on a bureau's own forms. */
const short: readonly FormField['type'][] = ['text', 'number', 'money', 'date', 'choice']

/** Every answer of the form: the short ones as a table, each long one and each table under its own heading. */
export function PrintAnswers({ one }: { one: Application }) {
  const drawn = drawnFields(one.form)
  const values = fileValues(one.form, one.values, one.attachments)
  const brief = drawn.filter(({ type }) => short.includes(type))
  const long = drawn.filter(({ type }) => !short.includes(type))
  return (
    <>
      {brief.length > 0 && (
        <section>
          <h2>{t('files.shortAnswers')}</h2>
          <table class="form-rows-read print-brief">
            <tbody>
              {brief.map((field) => (
                <tr key={field.key}>
                  <th scope="row">{field.title}</th>
                  <td>
                    <FormFieldValue field={field} value={values[field.key]} />
                  </td>
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      {long.map((field) => (
        <section key={field.key}>
          <h2>{field.title}</h2>
          <div class="print-long">
            <FormFieldValue field={field} value={values[field.key]} />
          </div>
        </section>
      ))}
    </>
  )
}
