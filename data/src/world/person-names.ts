import type { Draws } from '../random/draws.js';

export const familyNames = [
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚文',
];
export const givenFirst = [...'嘉子思雨文志明晓俊佳海建雅欣浩宇诗立国春永玉慧心天若景亦承书'];
export const givenSecond = [...'轩涵怡琪杰峰婷敏强磊洋艳勇军玲娜静丽涛超鹏华飞霞兰萍辉刚伟宁远航哲博'];

/** A person's name: two characters for a quarter of them, three for the others. */
export function personName(draws: Draws): string {
  const family = draws.pick(familyNames);
  const first = draws.pick(givenFirst);
  const second = draws.pick(givenSecond);
  return draws.chance(0.25) ? family + second : family + first + second;
}
