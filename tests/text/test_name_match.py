"""Two names against each other: the reason for which they are one, and what keeps them apart."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from crosswire.text.name_match import SAME_NAME, match_names, similarity

ONE = [
    ("Ono Harumi", "Harumi Ono", "in another order"),
    ("Sigeo Tuzi", "Shigeo Tsuji", "one Japanese word in two romanisations"),
    ("Hsieh Kuo-chung", "Xie Guozhong", "one Chinese name in pinyin and in Wade-Giles"),
    ("Chung Mi-hwa", "Jeong Mihwa", "one Korean name in two romanisations"),
    ("Yamakawa", "Shan Chuan", "readings of the same 2 characters, in Japanese and in Chinese"),
    ("Wong Kin-ming", "Huang Jianming", "readings of the same 3 characters, in Cantonese and in Chinese"),
    ("Harumi Kuroda", "Harumi Black Field", "Kuroda put into English"),
    ("Qassim al-Rubai", "Qasem Rubai", "forms of one given name"),
    ("Oleksandr Bilenky", "Alexander Bilenkyi", "forms of one given name, the same sound in other letters"),
    ("Ilse Bergman", "Ilse Bergnan", "1 letter otherwise"),
    ("Putkin, Vasily", "Vasily Putkin", "in another order"),
    ("JD Harbor", "J. D. Harbor", "the same letters, joined or split otherwise"),
    ("Ships & Sons Ltd", "Ships and Sons Limited", "the same words"),
    ("Ships & Sons Ltd", "Ships and Sons", "the same words, the legal form aside"),
    ("Ministry of Defence", "Defense Ministry", "the same words in another order"),
    ("Harcom", "Harbor Command", "one is put together from the other's beginnings"),
    ("NFA", "National Ferry Association", "one is the other's initials"),
    ("Peking", "Beijing", "two names of one place"),
    ("Сергей Кузнецов", "Sergei Kuznetsov", "forms of one given name"),
    ("김민수", "Kim Min-su", "one Korean name in two romanisations"),
    ("Harbor & Sons S.p.A.", "Harbor and Sons Società per Azioni", "the same words"),
    ("Harbortec", "Harbortec Europe GmbH", "the firm's own word alone"),
    ("Brigade Forty 4", "44th Brigade", "the same words in another order"),
    ("PLA Navy", "People's Liberation Army Navy", "the same words, some by their initials"),
    ("Saadeddine Karam", "Saad al-Din Karam", "the same sound in other letters"),
    ("Xasan Cabdi Osk", "Hassan Abdi Osk", "the same sound in other letters"),
    ("Beppe Osk", "Giuseppe Osk", "forms of one given name"),
    ("N0ra Bergman", "Nora Bergman", "the same letters"),
    ("Ramsan Tschurbenko", "Ramzan Churbenko", "the same sound in other letters"),
    ("Iouri Jdankine", "Yuri Zhdankin", "the same sound in other letters"),
    ("Taoufik Oualid", "Taoufik Walid", "forms of one given name"),
    ("Джордж Харпер", "George Harper", "what another script makes of the same name"),
    ("莱昂·格兰特", "Leon Grant", "what another script makes of the same name"),
    ("محمود درويش", "Mahmoud Darwish", "what another script makes of the same name"),
    ("Harbor Steel Corparation", "Harbor Steel Corporation", "the same words"),
    ("Harbor Steel Gmph", "Harbor Steel GmbH", "the same words, the legal form misspelt"),
    ("Harbor Dev. Bank", "Harbor Development Bank", "the same words"),
    ("Harbor Eng'g Svcs Ltd", "Harbor Engineering Services Limited", "the same words"),
    ("Bank of the Republic of Osk", "Bank of Osk", "the same words"),
    ("Côte d'Ivoire", "Ivory Coast", "two names of one place"),
    ("Bergmanilse", "Ilse Bergman", "the same letters, joined or split otherwise"),
    ("Noorzai, Haji Amanullah", "Haji Amanullah Jan Noorzai", "in another order"),
    ("Alan Reid", "Alan Reed", "the same sound in other letters"),
    ("Ana Mendes", "Ana Mendez", "the same sound in other letters"),
    ("Ilse B3rgm4nn", "Ilse Bergmann", "the same letters"),
    ("Ca$par Osk", "Caspar Osk", "the same letters"),
    ("Rornan Tham", "Roman Tham", "the same sound in other letters"),
    ("Ilse Bregmann Lindqvist", "Ilse Bergmann Lindqvist", "1 letter otherwise"),
    ("esli mahT", "Ilse Tham", "the same letters, changed about"),
    ("Ilse Bnrgemna", "Ilse Bergmann", "the same letters, changed about"),
    ("Kh. Tagirov", "Khasan Tagirov", "an initial"),
    ("Alex. Tagirov", "Alexander Tagirov", "an initial"),
    ("Ilse Tgrv", "Ilse Tagirova", "without its vowels"),
    ("Sasha Tagirov", "Oleksandr Tagirov", "forms of one given name"),
    ("Ilse Bergmanna", "Ilse Bergmann", "1 letter otherwise"),
    ("Al Qorra", "Alqorra", "the same letters, joined or split otherwise"),
    ("强伟", "Qiang Wei", "the same letters"),
    ("Harbor Steel Cornpany", "Harbor Steel Company", "the same words"),
    ("Harbor Trading Grroup", "Harbor Trading Group", "the same words"),
    ("Ethiopian Harbour Ministry", "Harbor Ministry of Ethiopia", "the same words in another order"),
    ("H&T", "Harbor & Tham", "the same words, some by their initials"),
    ("MV Northern Osk 2", "Northern Osk 2", "the same words"),
    ("Minister Ilse Bergman", "Ilse Bergman", "the same letters"),
    ("Ilse Bergman (born 1969)", "Ilse Bergman", "the same"),
    ("Bergorsk Machine-Building Plant", "Бергорский машиностроительный завод", "the same words in another tongue"),
    ("Bergorsk Chemical Plant LLC", "ООО «Бергорский химический завод»", "the same words in another tongue"),
    ("Central Bank of Oskland", "Oskland Merkez Bankası", "the same words in another tongue"),
    ("Osk Insurance Company", "Sherkat-e Bime-ye Osk", "the same words in another tongue"),
    ("Osklin Shipping Group", "Osklin Hangyun Jituan", "the same words in another tongue"),
    ("Osklin Machine Factory AG", "Maschinenfabrik Osklin AG", "the same words in another tongue"),
    ("Beijing Steel Co Ltd", "北京钢铁有限公司", "the same words in another tongue"),
    ("Kim Pong-ok", "Kim Pyong-ok", "a Korean syllable without its y"),
    ("Ministry of Health", "وزارة الصحة", "the same words in another tongue"),
    ("Nora Quintera", "Nora Quintero", "1 letter otherwise"),
    ("Irina Belovska", "Irina Belovski", "a man's and a woman's form beside one given name"),
    ("Eogn Birker", "Egon Burker", "1 letter otherwise"),
    ("Ilsebxergman Tham", "Ilse-Bergman Tham", "joined or split otherwise, 1 letter otherwise"),
    ("Osk Steel Kabushiki Kaiisha", "Osk Steel KK", "the same words"),
    ("Osk Steel Private Limitedd", "Osk Steel Pvt Ltd", "the same words"),
    ("Ministry of Foreign Affiars of Osk", "Ministry of Foreign Affairs of Osk", "the same words"),
    ("Osk Steel PJSCC", "Osk Steel PJSC", "the same words, the legal form misspelt"),
    ("Elevennth Harbor Bank", "11th Harbor Bank", "the same words"),
    ("Sisterna Motors Inc", "Cisterna Motors Inc", "the same sound in other letters"),
    ("Harbour Kadirov Works", "Harbor Qadirov Works", "the same sound in other letters"),
    ("হাবিবুর রহমান", "Habibur Rahman", "1 letter otherwise"),
    ("சுந்தரம் கணேசன்", "Sundaram Ganesan", "what another script makes of the same name"),
    ("สมชาย รัตนพร", "Somchai Rattanaporn", "what another script makes of the same name"),
    ("ተስፋዬ በቀለ", "Tesfaye Bekele", "the same sound in other letters"),
    ("Қанат Бөкенбаев", "Kanat Bokenbayev", "the same sound in other letters"),
]


@pytest.mark.parametrize(("a", "b", "reason"), ONE)
def test_one_name_and_why(a: str, b: str, reason: str) -> None:
    found = match_names(a, b)
    assert found.score >= SAME_NAME
    assert found.reason.startswith(reason)


TWO = [
    ("Kim Min-su", "Kim Min-ho"),
    ("Wang Li", "Wang Ling"),
    ("Takashi Mori", "Takeshi Mori"),
    ("Hirata", "Hirano"),
    ("Yamakawa", "Chuan Shan"),
    ("Mikhail Orlov", "Mikhaila Orlova"),
    ("Hassan Karam", "Hussein Karam"),
    ("J. R. Harbor", "J. D. Harbor"),
    ("Jean-Marie Osk", "Marie Osk"),
    ("Harbor Bank", "Harbor Trust Bank"),
    ("Ferry Fund II", "Ferry Fund III"),
    ("NFA", "NFB"),
    ("Hebei", "Hubei"),
    ("Hans Martin", "Martin Hans"),
    ("King Osk II", "King Osk III"),
    ("Omar Ali Osk", "Ali Omar Osk"),
    ("Raúl Castor", "Raúl Mendez"),
    ("Jamal Osk", "Jamil Osk"),
    ("Daniel Osk", "Danielle Osk"),
    ("New Kelland", "Kelland"),
    ("Harbor Motors AG", "Harbor Motors GmbH"),
    ("Northern Harbor Bank", "Southern Harbor Bank"),
    ("Harbor Insurance Company", "Harbor Assurance Company"),
    ("Bank of Harbor", "Harbor Bank"),
    ("Investment Bank AG", "Investment Bank GmbH"),
    ("Alan Barton", "Alan Burton"),
    ("Alan Barry", "Alan Berry"),
    ("Alan Chan", "Alan Cain"),
    ("Alan Collins", "Alan Lyons"),
    ("Oleg Simonov", "Oleg Safonov"),
    ("Martin Johns", "John Martin"),
    ("محمد درويش", "Mahmoud Darwish"),
    ("莱昂·格兰特", "Leon Barnett"),
    ("Osk Harbor", "Osk Harbor Chile"),
    ("Harbor Works No. 5", "Harbor Works No. 6"),
    ("Bergorsk Machine-Building Plant", "Бергорский химический завод"),
    ("Bergorsk Machine-Building Plant", "Бергинский машиностроительный завод"),
    ("Bergorsk Chemical Plant LLC", "ОАО «Бергорский химический завод»"),
    ("Bergorsk Plant No. 7", "Бергорский завод № 9"),
    ("Osk Bank", "Banco de Osk"),
    ("Deutsche Bank", "German Bank"),
    ("Ministry of Finance", "وزارة الصحة"),
    ("Kim Pong-ok", "Kim Pyong-su"),
    ("Osk Oil LLC", "Osk Foil LLC"),
    ("Osk Cement Works", "Osk Clement Works"),
    ("", "Ilse Bergman"),
    ("Caspar Osk", "Caspar Osk Jr."),
    ("Turki bin Faisal", "Faisal bin Turki"),
    ("Hassan al-Turki", "Hassan al-Turabi"),
    ("Ilse Merk", "Ilse Merkel"),
    ("Osk Council of Europe", "Osk European Council"),
    ("Roland Osk", "Arnold Osk"),
    ("Marib", "Maribor"),
    ("Robert Alden", "Robert Allen"),
    ("Rene Belov", "Rene Belova"),
    ("A Bergmanson", "Bergmanson"),
    ("Severn Bank", "Seven Bank"),
    ("Osk Steel PJSC", "Osk Steel PLC"),
    ("হাবিবুর রহমান", "Majibur Rahman"),
    ("সেলিম রহমান", "সালমা রহমান"),
    ("สมชาย รัตนพร", "Somsak Rattanaporn"),
    ("ተስፋዬ በቀለ", "Tadesse Bekele"),
]


@pytest.mark.parametrize(("a", "b"), TWO)
def test_two_names(a: str, b: str) -> None:
    assert match_names(a, b).score < SAME_NAME


@given(st.text(max_size=20), st.text(max_size=20))
def test_a_match_is_a_share_and_symmetric(a: str, b: str) -> None:
    assert 0.0 <= similarity(a, b) <= 1.0
    assert similarity(a, b) == pytest.approx(similarity(b, a))


@given(st.text(alphabet="abehiknostuy -", min_size=1, max_size=16).filter(lambda s: s.strip(" -")))
def test_a_name_is_itself(name: str) -> None:
    assert similarity(name, name) in (0.0, 1.0)
