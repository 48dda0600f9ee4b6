import { Field } from '../../../ui/field.tsx'
import { FileDrop } from '../../../ui/file-drop.tsx'
import { t } from '../../../words/words.ts'
import type { CallFiles } from './use-call-files.ts'

const accept = '.pdf,.png,.jpg,.jpeg,.doc,.docx,.wps,.xls,.xlsx,.et,.ppt,.pptx,.dps'
const maxBytes = 20_971_520

/** Notices and templates that every unit downloads from the call. */
export function CallFilesField({ files }: { files: CallFiles }) {
  return (
    <Field label={t('design.files')} help={t('design.filesHelp')}>
      {(link) => (
        <FileDrop
          {...link}
          multiple
          accept={accept}
          maxBytes={maxBytes}
          files={files.files}
          onAdd={files.add}
          onRemove={files.remove}
        />
      )}
    </Field>
  )
}
