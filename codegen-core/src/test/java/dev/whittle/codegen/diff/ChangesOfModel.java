package dev.whittle.codegen.diff;

import java.util.ArrayList;
import java.util.List;

/** Collects kinds of changes, all made to one model. */
class ChangesOfModel {
    static final String MODEL = """
            {"version":"2.0","metadata":{"apiVersion":"2026-01-31","endpointPrefix":"tiny","protocol":"rest-json",
            "serviceFullName":"Tiny Service","serviceId":"Tiny","signatureVersion":"v4","signingName":"tiny"},
            "operations":{
            "Get":{"name":"Get","http":{"method":"POST","requestUri":"/get"},"input":{"shape":"GetInput"},
            "output":{"shape":"GetOutput"},"errors":[{"shape":"Gone"}]},
            "Find":{"name":"Find","http":{"method":"GET","requestUri":"/find/{place}"},"input":{"shape":"FindInput"},
            "output":{"shape":"FindOutput"}},
            "List":{"name":"List","http":{"method":"GET","requestUri":"/list"},"input":{"shape":"ListInput"},
            "output":{"shape":"ListOutput"}},
            "Load":{"name":"Load","http":{"method":"GET","requestUri":"/load"},"output":{"shape":"LoadOutput"}},
            "Put":{"name":"Put","http":{"method":"POST","requestUri":"/put"},"input":{"shape":"PutInput"},"errors":[{"shape":"Gone"},{"shape":"Lost"}]},
            "Watch":{"name":"Watch","http":{"method":"POST","requestUri":"/watch"},"output":{"shape":"WatchOutput"}}},
            "shapes":{
            "GetInput":{"type":"structure","required":["id"],"members":{"id":{"shape":"Text"},"size":{"shape":"Number"},
            "nextToken":{"shape":"Text"},"tag":{"shape":"Text"}}},
            "GetOutput":{"type":"structure","required":["name","count","flag","labels","level","target","part","last"],"members":{
            "name":{"shape":"Text"},"count":{"shape":"Number"},"flag":{"shape":"Flag"},"labels":{"shape":"Texts"},
            "level":{"shape":"Level"},"target":{"shape":"Target"},"part":{"shape":"Part"},"note":{"shape":"Text"},
            "amount":{"shape":"Number"},"texts":{"shape":"Texts"},"box":{"shape":"Box"},"at":{"shape":"Time"},
            "map":{"shape":"Map"},"data":{"shape":"Bytes"},"last":{"shape":"Text"}}},
            "FindInput":{"type":"structure","required":["place"],"members":{"place":{"shape":"Text","location":"uri","locationName":"place"},
            "nextToken":{"shape":"Text","location":"querystring","locationName":"next"}}},
            "FindOutput":{"type":"structure","members":{"found":{"shape":"Texts"}}},
            "ListInput":{"type":"structure","members":{"nextToken":{"shape":"Text","location":"querystring","locationName":"next"}}},
            "ListOutput":{"type":"structure","members":{"nextToken":{"shape":"Text"},"items":{"shape":"Texts"}}},
            "LoadOutput":{"type":"structure","members":{"body":{"shape":"Bytes"}},"payload":"body"},
            "WatchOutput":{"type":"structure","members":{"events":{"shape":"Events"}},"payload":"events"},
            "Events":{"type":"structure","eventstream":true,"members":{"tick":{"shape":"Tick"},"tock":{"shape":"Tock"}}},
            "Tick":{"type":"structure","event":true,"members":{"at":{"shape":"Number"}}},
            "Tock":{"type":"structure","event":true,"members":{"at":{"shape":"Number"}}},
            "PutInput":{"type":"structure","required":["box","key"],"members":{"box":{"shape":"Box"},"level":{"shape":"Level"},
            "target":{"shape":"Target"},"since":{"shape":"Time"},"times":{"shape":"Times"},"key":{"shape":"Text","idempotencyToken":true}}},
            "Part":{"type":"structure","members":{"width":{"shape":"Number"},"label":{"shape":"Text"}}},
            "Box":{"type":"structure","required":["width"],"members":{"width":{"shape":"Number"}}},
            "Gone":{"type":"structure","exception":true,"members":{"message":{"shape":"Text"},"why":{"shape":"Text"}}},
            "Lost":{"type":"structure","exception":true,"members":{"message":{"shape":"Text"}}},
            "Level":{"type":"string","enum":["LOW","HIGH"]},
            "Target":{"type":"structure","union":true,"members":{"host":{"shape":"Text"},"port":{"shape":"Number"}}},
            "Times":{"type":"list","member":{"shape":"Time"}},
            "Texts":{"type":"list","member":{"shape":"Text"}},"Text":{"type":"string"},"Number":{"type":"integer"},
            "Map":{"type":"map","key":{"shape":"Text"},"value":{"shape":"Text"}},
            "Flag":{"type":"boolean"},"Time":{"type":"timestamp"},"Bytes":{"type":"blob"}}}
            """;

    static final String BODY = """
            {"name":"abc","count":7,"flag":true,"labels":["l"],"level":"HIGH","target":{"host":"h"},"part":{"width":1,"label":"x"},
            "note":"n","amount":8,"texts":["t"],"box":{"width":2},"at":7,"map":{"k":"v"},"last":"z"}
            """;

    static final String CALL = "GetResponse got = client.get(r -> r.id(\"i\").size(1));";
    static final String GET = CALL + "return got.name();";
    static final String PUT = "client.put(r -> r.box(b -> b.width(1))); return \"done\";";
    static final String BUSY = "\"Busy\":{\"type\":\"structure\",\"exception\":true,\"members\":{}},";

    private final List<Change> all = new ArrayList<>();

    /** Adds a kind of change. */
    final Change kind(String name) {
        Change change = new Change(name, MODEL, BODY);
        all.add(change);
        return change;
    }

    /** Adds a kind of change to another model. */
    final Change kind(String name, String model) {
        Change change = new Change(name, model, BODY);
        all.add(change);
        return change;
    }

    final List<Change> all() {
        return all;
    }
}
