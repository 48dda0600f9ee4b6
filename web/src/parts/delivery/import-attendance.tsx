import { useState } from 'preact/hooks'
import { useRoute } from 'preact-iso'
import { call } from '../../call.ts'
import { PasteImport } from '../../frame/paste-import.tsx'
import { useActing } from '../../session.ts'
import { Field } from '../../ui/field.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { TextInput } from '../../ui/text-input.tsx'
import { t } from '../../words/words.ts'

/** Hours of a platform's list, matched with the roster by name and school. */
export function ImportAttendance() {
  const { district } = useActing()
  const { id = '' } = useRoute().params
  const [reason, setReason] = useState('')
  const back = `/sessions/${id}/attendance`
  return (
    <>
      <PageHead
        title={t('hours.importList')}
        help={t('hours.importHelp')}
        crumbs={[
          { label: t('menu.cohorts'), href: '/cohorts' },
          { label: t('hours.attendance'), href: back },
          { label: t('hours.importList') },
        ]}
      />
      <section class="card">
        <Field label={t('hours.importReason')} required help={t('hours.importReasonHelp')}>
          {(link) => <TextInput {...link} value={reason} onChange={setReason} maxLength={200} />}
        </Field>
      </section>
      <PasteImport
        template="attendance"
        backHref={back}
        send={(rows) =>
          call('importAttendance', {
            params: { district, id },
            body: {
              rows: [...rows],
              reason: reason.trim() === '' ? t('hours.importList') : reason.trim(),
              evidence: [],
            },
          })
        }
        columns={[
          { key: 'name', title: t('hours.person'), required: true, help: t('hours.person'), example: '李芳' },
          { key: 'school', title: t('hours.school'), required: false, help: t('hours.school'), example: '' },
          { key: 'minutes', title: t('hours.markMinutes'), required: true, help: t('hours.minutes'), example: '90' },
        ]}
      />
    </>
  )
}
