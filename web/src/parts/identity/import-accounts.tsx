import './accounts.css'
import { ROLES } from '@shixun/domain/identity/role'
import { useState } from 'preact/hooks'
import { call, type OutputOf } from '../../call.ts'
import { downloadText } from '../../frame/download.ts'
import { PasteImport } from '../../frame/paste-import.tsx'
import { csvOf, type PastedRow } from '../../frame/pasted-table.ts'
import { useActing } from '../../session.ts'
import { Button } from '../../ui/button.tsx'
import { Callout } from '../../ui/callout.tsx'
import { PageHead } from '../../ui/page-head.tsx'
import { t, wordFor } from '../../words/words.ts'

/** Roles may be written as people call them. */
function roleCode(written: string): string {
  return ROLES.find((role) => wordFor('role', role) === written) ?? written
}

/** The id of a school from its 10-digit code; what is no such code passes as it is. */
async function unitOf(district: string, written: string): Promise<string> {
  if (!/^\d{10}$/.test(written)) return written
  const answer = await call('listSchools', { params: { district }, query: { q: written, limit: 1 } })
  return (answer.ok ? answer.body.items[0]?.id : undefined) ?? written
}

async function unitsOf(district: string, rows: readonly PastedRow[]): Promise<Map<string, string>> {
  const found = new Map<string, string>()
  for (const { unit } of rows) if (unit !== undefined && !found.has(unit)) found.set(unit, await unitOf(district, unit))
  return found
}

type Code = OutputOf<'importAccounts'>['codes'][number]

/** 批量新建账号; the codes are answered once, so they are kept here until they are saved. */
export function ImportAccounts() {
  const { district } = useActing()
  const [codes, setCodes] = useState<readonly Code[]>([])
  const title = t('accounts.import')
  return (
    <>
      <PageHead
        title={title}
        crumbs={[
          { label: t('shell.workbench'), href: '/' },
          { label: t('menu.accounts'), href: '/accounts' },
          { label: title },
        ]}
      />
      <div class="stack">
        {codes.length > 0 && (
          <Callout
            kind="warning"
            title={t('accounts.codes', { n: codes.length })}
            actions={
              <Button
                kind="primary"
                icon="download"
                onClick={() =>
                  downloadText(
                    `${t('identity.code')}.csv`,
                    csvOf([
                      [t('frame.person'), t('identity.username'), t('identity.code')],
                      ...codes.map((one) => [one.name, one.username, one.activationCode]),
                    ]),
                  )
                }
              >
                {t('accounts.saveCodes')}
              </Button>
            }
          >
            {t('accounts.codesHelp')}
          </Callout>
        )}
        <PasteImport
          fileName={t('menu.accounts')}
          backHref="/accounts"
          send={async (rows) => {
            const units = await unitsOf(district, rows)
            const named = rows.map(({ username = '', name = '', role = '', unit }) => ({
              username,
              name,
              role: roleCode(role),
              ...(unit === undefined ? {} : { unit: units.get(unit) ?? unit }),
            }))
            const answer = await call('importAccounts', { params: { district }, body: { rows: named } })
            if (answer.ok) setCodes((before) => [...before, ...answer.body.codes])
            return answer
          }}
          columns={[
            {
              key: 'username',
              title: t('identity.username'),
              required: true,
              help: t('identity.usernameHelp'),
              example: 'wei5-1',
            },
            {
              key: 'name',
              title: t('frame.person'),
              required: true,
              help: t('accounts.nameHelp'),
              example: t('accounts.nameExample'),
            },
            {
              key: 'role',
              title: t('accounts.role'),
              required: true,
              help: t('accounts.roleHelp'),
              example: t('accounts.roleExample'),
            },
            {
              key: 'unit',
              title: t('accounts.unit'),
              required: false,
              help: t('accounts.unitHelp'),
              example: '2141000001',
            },
          ]}
        />
      </div>
    </>
  )
}
