use std::collections::BTreeMap;
fn main() {
    let path = std::env::args().nth(1).unwrap();
    let bytes = std::fs::read(&path).unwrap();
    let name = path.rsplit('/').next().unwrap().to_owned();
    let wish = jalon::import::Wish {
        name,
        kind: None,
        title: None,
        language: None,
        date: jalon::date::Date::new(2026, 11, 23).unwrap(),
    };
    match jalon::import::import(&wish, &bytes, &BTreeMap::new()) {
        Ok(it) => {
            println!("{:?} {}\n{}", it.kind, it.path, it.text);
            for r in &it.remarks {
                let at = r.span.unwrap().start;
                let line = it.text[..at].matches('\n').count() + 1;
                println!("{line}: {}", r.problem.message(jalon::lang::Lang::Fr));
            }
        }
        Err(e) => println!("refused {e:?}"),
    }
}
