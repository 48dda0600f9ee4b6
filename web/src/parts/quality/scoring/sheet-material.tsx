import { FormValueList } from '../../../ui/form-value-list.tsx'
import { t } from '../../../words/words.ts'
import { drawnFields } from '../../calls/design/contract-form.ts'
import { DocumentViewer } from '../blindness/document-viewer.tsx'
import type { Sheet } from './scoresheet-page.tsx'

/** What is judged: the answers of the application, and its files below. */
export function SheetMaterial({ sheet }: { sheet: Sheet }) {
  return (
    <section class="card scoring-material" aria-label={t('quality.material')}>
      <h2>{t('quality.material')}</h2>
      {sheet.form.length === 0 ? (
        <p class="muted">{t('quality.materialClosed')}</p>
      ) : (
        <FormValueList
          // files stand below by name; their answers are ids
          fields={drawnFields(sheet.form.filter(({ type }) => type !== 'file'))}
          values={sheet.values}
        />
      )}
      {sheet.attachments.length > 0 && (
        <>
          <h3>{t('quality.materialFiles')}</h3>
          <DocumentViewer sheetId={sheet.id} documents={sheet.attachments} />
        </>
      )}
    </section>
  )
}
