const DIGITS = '零壹贰叁肆伍陆柒捌玖'
const PLACES = ['', '拾', '佰', '仟']
const GROUPS = ['', '万', '亿']

/** Four digits in words; one 零 stands for any run of zeros between digits. */
function groupWords(group: number): string {
  let words = ''
  let gap = false
  for (let place = 3; place >= 0; place--) {
    const digit = Math.floor(group / 10 ** place) % 10
    if (digit === 0) gap = gap || words !== ''
    else {
      words += `${gap ? '零' : ''}${DIGITS[digit]}${PLACES[place]}`
      gap = false
    }
  }
  return words
}

function yuanWords(yuan: number): string {
  let words = ''
  for (let group = 2; group >= 0; group--) {
    const n = Math.floor(yuan / 10_000 ** group) % 10_000
    if (n === 0) continue
    // 1,0500 is read 壹万零伍佰: a group that begins with a gap says so
    const gap = words !== '' && (n < 1000 || Math.floor(yuan / 10_000 ** (group + 1)) % 10 === 0)
    words += `${gap ? '零' : ''}${groupWords(n)}${GROUPS[group]}`
  }
  return words
}

/**
 * An amount in fen as Chinese documents write it out (人民币大写, 《支付结算办法》附一《正确填写票据和结算凭证的基本规定》):
 * 1_200_050 is 壹万贰仟元伍角整. Written for amounts below 10,000 亿元; 负 stands before a negative one.
 */
export function chineseAmount(fen: number): string {
  const whole = Math.abs(fen)
  const yuan = Math.floor(whole / 100)
  const jiao = Math.floor(whole / 10) % 10
  const cents = whole % 10
  const head = yuan > 0 ? `${yuanWords(yuan)}元` : ''
  const gap = yuan > 0 && jiao === 0 && cents > 0 ? '零' : ''
  const tail = `${jiao > 0 ? `${DIGITS[jiao]}角` : gap}${cents > 0 ? `${DIGITS[cents]}分` : ''}`
  const words = head || tail ? `${head}${tail}` : '零元'
  return `${fen < 0 ? '负' : ''}${words}${cents > 0 ? '' : '整'}`
}
