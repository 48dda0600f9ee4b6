import './certificate-paper.css'
import type { OutputOf } from '../../call.ts'
import { QrCode } from '../../ui/qr-code.tsx'

export type Certificate = OutputOf<'readCertificate'>

/** `2026年5月1日`: the paper is Chinese whatever the screen speaks. */
function chineseDay(day: string): string {
  const [year, month, date] = day.split('-')
  return `${year}年${Number(month)}月${Number(date)}日`
}

/** Where the QR code leads: the public page of this certificate. */
export function checkAddress({ code }: Pick<Certificate, 'code'>): string {
  return `${location.origin}/v/${code}`
}

/** 结业证书, A4 landscape: every printed field of the record and nothing else, with the QR code that opens it. */
export function CertificatePaper({ certificate }: { certificate: Certificate }) {
  const { printed } = certificate
  const days =
    printed.from === printed.to
      ? `于${chineseDay(printed.from)}`
      : `于${chineseDay(printed.from)}至${chineseDay(printed.to)}`
  return (
    <article class="certificate" lang="zh-CN">
      <div class="certificate-frame">
        <p class="certificate-number">编号：{printed.number}</p>
        <h2 class="certificate-title">结业证书</h2>
        <div class="certificate-text">
          <p class="certificate-name">
            <span>{printed.name}</span> 同志（{printed.schoolName}）：
          </p>
          <p>
            {days}参加“{printed.projectTitle}”培训（{printed.cohortTitle}，{printed.level}
            {printed.projectNumber !== '' && (
              <>
                ，项目编号 <span class="certificate-whole">{printed.projectNumber}</span>
              </>
            )}
            ），完成规定的 <strong>{printed.hours}</strong> 学时学习任务，经考核合格，准予结业。
          </p>
          <p>特发此证。</p>
        </div>
        <div class="certificate-foot">
          <div class="certificate-check">
            <QrCode text={checkAddress(certificate)} label={`证书 ${printed.number} 的查验二维码`} size="7.4em" />
            <p>
              扫码查验真伪
              <br />
              {location.host}
            </p>
          </div>
          <dl class="certificate-sign">
            {printed.providerName !== '' && (
              <div>
                <dt>承训单位：</dt>
                <dd>{printed.providerName}</dd>
              </div>
            )}
            <div>
              <dt>发证单位：</dt>
              <dd>{printed.issuer}（盖章）</dd>
            </div>
            <div>
              <dt>发证日期：</dt>
              <dd>{chineseDay(printed.issuedOn)}</dd>
            </div>
          </dl>
        </div>
      </div>
    </article>
  )
}
