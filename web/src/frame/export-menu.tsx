import { useState } from 'preact/hooks'
import { Field } from '../ui/field.tsx'
import { Menu } from '../ui/menu.tsx'
import { TextInput } from '../ui/text-input.tsx'
import { showToast } from '../ui/toast.tsx'
import { t } from '../words/words.ts'
import { inWeChat } from './download.ts'
import { FormDialog } from './form-dialog.tsx'
import { saveAnswer } from './save-answer.ts'

export type ExportFormat = 'xlsx' | 'csv'

interface ExportMenuProps {
  /** The address of the whole list in this format, with the filters in force. */
  address: (format: ExportFormat, purpose?: string) => string
  /** Holds personal data: what the export is for is asked, and kept in the audit journal. */
  personal?: boolean | undefined
  /** Stands at the right edge and opens towards the left. */
  end?: boolean | undefined
}

const shortest = 2

/** 导出: the whole list, not the page on the screen. Inside WeChat it says beforehand that nothing can be saved there. */
export function ExportMenu({ address, personal = false, end }: ExportMenuProps) {
  const [busy, setBusy] = useState(false)
  const [asking, setAsking] = useState<ExportFormat | null>(null)
  const [purpose, setPurpose] = useState('')
  const closed = inWeChat()
  async function save(format: ExportFormat, reason?: string) {
    if (busy) return
    setBusy(true)
    showToast({ text: t('frame.exporting') })
    const problem = await saveAnswer(address(format, reason))
    setBusy(false)
    setAsking(null)
    showToast(
      problem
        ? { kind: 'error', text: `${problem.title}。${problem.detail}` }
        : { kind: 'success', text: t('frame.exported') },
    )
  }
  const pick = (format: ExportFormat) => (personal ? setAsking(format) : void save(format))
  const item = (format: ExportFormat, label: string, help: string) => ({
    key: format,
    label,
    help: closed ? t('shell.wechat') : help,
    disabled: closed || busy,
    onPick: () => pick(format),
  })
  return (
    <>
      <Menu
        small={!end}
        end={end}
        look={end ? 'button' : 'text'}
        icon="download"
        label={t('frame.export')}
        items={[
          item('xlsx', t('frame.exportXlsx'), t('frame.exportXlsxHelp')),
          item('csv', t('frame.exportCsv'), t('frame.exportCsvHelp')),
        ]}
      />
      <FormDialog
        open={asking !== null}
        title={t('frame.exportPersonal')}
        confirmLabel={t('frame.export')}
        ready={purpose.trim().length >= shortest}
        busy={busy}
        onSubmit={() => asking && void save(asking, purpose.trim())}
        onClose={() => setAsking(null)}
      >
        <p>{t('frame.exportPersonalHelp')}</p>
        <Field label={t('frame.purpose')} required>
          {(link) => <TextInput {...link} value={purpose} onChange={setPurpose} maxLength={100} />}
        </Field>
      </FormDialog>
    </>
  )
}
