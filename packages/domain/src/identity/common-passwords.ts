/**
 * Passwords, and words at the core of passwords, that are guessed first. Collected by hand for this field: keyboard
 * walks, dates and names that Chinese and English speakers choose, words of the trade. Compared in lower case.
 */
const WORDS = `
password passw0rd p@ssw0rd p@ssword passwd pass pwd mima mima123 wodemima wangjimima secret letmein letmein1 welcome
welcome1 changeme default temp temporary guest test tester testing testtest demo sample example user username login
admin admin1 administrator adminadmin root superuser system manager master operator office service support
qwerty qwertyui qwertyuiop qwerty1 asdfgh asdfghjk asdfghjkl asdf asdfasdf zxcvbn zxcvbnm zxcv qazwsx qazwsxedc 1qaz2wsx
1qaz2wsx3edc 1q2w3e 1q2w3e4r 1q2w3e4r5t q1w2e3r4 q1w2e3 qweasd qweasdzxc qwer qwerasdf qwer1234 1234qwer asd123 zxc123
qaz123 qwe123 123qwe 123qweasd abc abcabc abc123 abcd abcd1234 abcdef abcdefg a123456 aa123456 a12345678 a1b2c3 a1b2c3d4
1a2b3c4d aaa111 aaa123 abc12345 123abc 123456a 12345678a q123456 w123456 z123456 zz123456 qq123456 wang123456 li123456
112233 11223344 1122334455 123123 123123123 12341234 123321 1234321 12344321 121212 12121212 131313 147258 147258369 159357
159753 741852963 789456 789456123 987654 963852741 654321 7654321 87654321 135792468 246813579 102030 10203040 100200300
5201314 520131400 1314520 13145200 5211314 52013140 woaini woaini1314 woaini520 woaini521 iloveyou iloveyou1 loveyou
aini1314 wo123456 woaini123 tiantian nihao nihao123 woshishei buzhidao meiyoumima xiaoxin caonima shabi
huanying china zhongguo zhonghua beijing shanghai henan zhengzhou jiaoyu jiaoyuju jiaoshi laoshi xuexiao xuesheng
peixun shixun jiaoyanshi jiaokeyan shifan jiaotiju xiaozhang zhuren banzhuren
teacher teachers teaching school education bureau training student principal headmaster
monkey dragon sunshine princess football baseball basketball superman batman michael jordan shadow freedom whatever
trustno1 hello helloworld hello123 starwars killer pokemon computer internet samsung huawei xiaomi iphone apple google
microsoft windows tencent alibaba baidu taobao wechat weixin facebook linkedin monday january summer winter spring autumn
`

export const COMMON_PASSWORDS: ReadonlySet<string> = new Set(WORDS.trim().split(/\s+/))
